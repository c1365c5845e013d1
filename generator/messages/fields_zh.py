"""Fields and their values, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "field-unknown": Text("没有“{field:short}”这一项。", "可以写的有：{known:list}。"),
    "field-unknown-near": Text(
        "没有“{field:short}”这一项，是不是{near}？",
        "请改成“{near:word}”。可以写的有：{known:list}。",
    ),
    "field-missing": Text("缺少{field}。", "请加一行“{field:line}…”。"),
    "field-blank": Text("{field}后面没有内容，这一项必须写。", "请在“{field:line}”后面写上内容。"),
    "value-empty": Text("{field}是空的。", "请写上内容，或者删掉这一行。"),
    "text-wanted": Text(
        "{field}要写文字，这里却是列表或分项。", "请写成“{field:line}{words}”，一行写完。"
    ),
    "list-wanted": Text("{field}要写成列表。", "请写成“{field:line}{words}”，或者每行用“- ”开头。"),
    "mapping-wanted": Text(
        "{field}要分项写。",
        "请写成“{field:line}{inner:braces}”，或者每行写一项，行首比上一行多空两格。",
    ),
    "number-wrong": Text("{field}要写数字，“{value:short}”不是。", "请只写数字，例如 30。"),
    "strips-wrong": Text(
        "撕条不能是 {value} 条。",
        "请写 1 到 {most} 之间的数，再多就太窄，看不清。不要撕条，就删掉这一项。",
    ),
    "year-wrong": Text("“{value:short}”不像年份。", "请写四位年份，例如 2026。"),
    "id-wrong": Text(
        "代号“{value:short}”不合规定。", "代号只用小写字母、数字和减号，最多 40 个，例如 jian-er。"
    ),
    "id-reserved": Text(
        "代号“{value}”是系统留用的，不能用。", "请换一个代号，例如在后面加一个数字。"
    ),
    "phone-wrong": Text(
        "“{value:short}”不像电话号码。", "请写成“021-0123 4501”这样，只用数字、空格和减号。"
    ),
    "period-wrong": Text(
        "{field}要写多长时间，“{value:short}”看不懂。",
        "请写成“12个月”、“2年”或“90天”。",
    ),
    "choice-unknown": Text("{field}不能写“{value:short}”。", "可以写的有：{known:list}。"),
    "url-wrong": Text(
        "“{value:short}”不像网址。",
        "请写成“https://board.example/”这样，以 http:// 或 https:// 开头。",
    ),
    "buildings-wrong": Text("看不懂楼栋“{value:short}”。", "请写成“1-8”或“1、3、5-7”。"),
    "panel-wrong": Text(
        "看不懂公告栏尺寸“{value:short}”。", "请写成“A4x6”（六张 A4）或“A3x4”（四张 A3）。"
    ),
    "time-zone-unknown": Text("没有时区“{value:short}”。", "中国内地请写 Asia/Shanghai。"),
    "accent-unknown": Text(
        "{field}看不懂“{value:short}”。",
        "可以写的有：{known:list}。也可以写六位颜色代码，如 0b5345。",
    ),
    "accent-faint": Text(
        "颜色 {value} 太浅，老人看不清：和底色的反差只有{ratio}，要有7。",
        "最接近的可以用的颜色是“{nearest}”。",
    ),
    "footer-field-unknown": Text(
        "海报页脚里不能写“{{{value}}}”。",
        "可以用的有：{known:list}，外面加花括号。打印日期天天变，写上它每张海报天天要重印，所以不能用。",
    ),
}
