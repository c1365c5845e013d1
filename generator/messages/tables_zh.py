"""What is said in Chinese about tables from spreadsheets, and about menus."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # the file
    "table-unused": Text(
        "没有哪个文件用到表格“{value}”，没有发布它。",
        "在同一个文件夹的 .yaml 文件里写上它的名字，例如“服务: {value}”。用不着它就删掉。",
    ),
    "table-ending": Text(
        "不能读 {value} 格式的表格。",
        "请用 Excel 或 WPS 打开它，点“另存为”，类型选“Excel 工作簿（*.xlsx）”，"
        "再把文件里写的名字改成“{better}”。",
    ),
    "table-missing": Text(
        "旁边没有叫“{value}”的表格。", "请把表格放进同一个文件夹，名字和这里写的一样，不写文件夹。"
    ),
    "table-missing-near": Text("旁边没有叫“{value}”的表格，是不是“{near}”？", "请改成“{near}”。"),
    "table-name-short": Text("表格的名字要写全。", "请改成“{better}”。"),
    "table-locked": Text(
        "打不开这个表格：它有密码，或者是旧格式改了名字。",
        "请用 Excel 或 WPS 打开它，去掉密码，另存为“Excel 工作簿（*.xlsx）”。",
    ),
    "table-damaged": Text(
        "读不懂这个表格，文件可能坏了。",
        "请用 Excel 或 WPS 打开它，另存为新的“Excel 工作簿（*.xlsx）”；还是不行，"
        "就另存为“CSV UTF-8”。",
    ),
    "table-too-large": Text(
        "这个表格太大，最多 {rows} 行、{columns} 列。",
        "请新建一个表格，只把要发布的内容复制过去。",
    ),
    "table-empty": Text("这个表格是空的。", "第一行写栏目名，从第二行起一行写一项。"),
    "table-sheets": Text(
        "这个文件里不止一张工作表，只用“{value}”，没有用：{others:list}。",
        "要用别的那张，请把它拖到最前面。",
    ),
    "table-hidden": Text(
        "这一格在表格里是隐藏的，但还是会发布。", "不想发布就删掉它；要发布就取消隐藏。"
    ),
    # the heading
    "table-title": Text(
        "第一行是大标题“{value:short}”，栏目名要写在第一行。", "请把大标题这一行删掉。"
    ),
    "table-heading": Text(
        "第一行没有认得的栏目名。", "请在第一行写上栏目名，可以写的有：{known:list}。"
    ),
    "column-unknown": Text(
        "没有“{value:short}”这一栏。", "请删掉这一栏。可以写的有：{known:list}。"
    ),
    "column-unknown-near": Text(
        "没有“{value:short}”这一栏，是不是{near}？",
        "请改成“{near:word}”。可以写的有：{known:list}。",
    ),
    "column-unnamed": Text("这一栏没有栏目名。", "请写上栏目名，可以写的有：{known:list}。"),
    "column-twice": Text("有两栏都是“{name}”。", "请合成一栏，或者删掉一栏。"),
    "column-missing": Text("表格缺少{field}这一栏。", "请加一栏，第一行写“{field:word}”。"),
    # the cells
    "cell-blank": Text("{field}这一格是空的，必须写。", "请在这一格写上内容，或者删掉这一行。"),
    "cell-pairs-wanted": Text(
        "{field}这一格要写成“名称：内容”。", "请照“人次：36、场次：1”这样写，几样之间用顿号分开。"
    ),
    "cell-is-day": Text(
        "这一格被 Excel 当成了日期（{value}），和输入的可能不一样。",
        "请选中这一格，格式改成“文本”，再重新输入。",
    ),
    "cell-is-serial": Text(
        "这一格是数字“{value}”，不是日期或者时间，大概是单元格的格式变了。",
        "请选中这一格，格式改成“文本”，再重新输入，例如“2026年3月2日上午9点”。",
    ),
    "cell-number": Text(
        "这一格的数字（{value}）显示出来是另一个样子，不知道以哪个为准。",
        "请选中这一格，格式改成“文本”，再照着要发布的样子重新输入。",
    ),
    "cell-formula": Text(
        "这一格是公式，没有算好的结果。",
        "请直接写上结果；或者复制这一格，用“选择性粘贴”里的“数值”贴回来。",
    ),
    "cell-error": Text("这一格的公式出错了。", "请直接写上结果。"),
    "cell-merged": Text(
        "这几格合并在一起了，不知道属于哪一行、哪一栏。",
        "请点“取消合并单元格”，再在每一格里写上内容。",
    ),
    "row-too-long": Text(
        "这一行比第一行多出一格“{value:short}”。",
        '内容里有逗号的，请在它前后加英文引号，例如 "每周三上午9点，节假日暂停"；'
        "也可以用 Excel 或 WPS 来改，它会自己加。",
    ),
    "csv-quote": Text(
        "从这一行起引号不成对，读不下去。",
        "请用 Excel 或 WPS 打开来改；用记事本改的，一格开头有英文引号，结尾也要有。",
    ),
    "csv-separator": Text(
        "栏目名之间用了“{value}”，分不出栏目。",
        "请改成英文逗号；或者用 Excel 或 WPS 打开，一格写一个栏目名。",
    ),
    # menus
    "menu-week-wrong": Text(
        "{field}跨了两个星期：{first:date}是{first:weekday}，到{last:date}（{last:weekday}）"
        "已是下一周。",
        "一周写一行，从周一到周日。只写周一那天也行。",
    ),
    "menu-week-twice": Text(
        "{day:date}这一周的菜单写了两次。", "请合成一行；一天有几顿饭的，写上“餐”分开。"
    ),
    "menu-day-closed": Text(
        "{day:date}（{day:weekday}）有菜单，但“{value}”那天不开。",
        "请核对日期：是菜单写错了，还是那天照常开。",
    ),
    "menu-over": Text("“{value}”的菜单只写到{day:date}，这一周没有菜单。", "请把新的菜单加上去。"),
    "word-cell": Text("第{row}行{column}列"),
}
