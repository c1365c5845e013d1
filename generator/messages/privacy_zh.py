"""Chinese texts: what belongs to one person alone, and who answers for publishing it."""

from generator.messages.text import Text, Wording

_EVERYBODY = "网页和海报人人看得到。"
_NOTE = "“隐私说明: {{种类: %s, 末四位: …, 理由: …, 批准人: …, 到期: …}}”"

TEXTS: Wording = {
    "personal-id-number": Text(
        "“{value}”是身份证号码。",
        "请删掉。身份证号码在任何情况下都不能公布；一定要提到，就写成“{value}”。",
    ),
    "personal-bank-card": Text(
        "“{value}”是银行卡号。",
        "请删掉。银行卡号在任何情况下都不能公布；一定要提到，就写成“{value}”。",
    ),
    "phone-mobile": Text(
        "“{value}”是手机号码。",
        _EVERYBODY + "请写办公室的座机，不写个人手机。真是办公用的手机，"
        "请在 committee.yaml 里加“公开电话: [{{名称: 值班手机, 号码: …}}]”；"
        "本人同意写在一篇里的，请在那篇里加" + _NOTE % "手机" + "。",
    ),
    "personal-plate": Text(
        "“{value}”是车牌号码。",
        _EVERYBODY + "请写成“{value}”。一定要公布的，请在这个文件里加" + _NOTE % "车牌" + "。",
    ),
    "personal-list": Text(
        "这张表的“{value}”一栏是一个个人的姓名，旁边还有电话、住址、年龄一类的内容。",
        _EVERYBODY
        + "请删掉姓名，或者写成“张*三”。一定要公布的，请在这个文件里加"
        + _NOTE % "名单"
        + "，末四位写这一栏的名字。",
    ),
    "personal-list-name": Text(
        "“{value}”看名字是一份名单。",
        "名单不能公布。真不是名单，请给文件换个名字。",
    ),
    "personal-hardship": Text(
        "“{value}”说的是哪一位居民，同一句话里又说了他的病情、困难或者处境。",
        _EVERYBODY + "请不写姓名、房号和年龄，只写“一位居民”，或者把后半句删掉。"
        "本人同意公布的，请在这个文件里加" + _NOTE % "个人情况" + "。",
    ),
    "personal-address": Text(
        "这里写了住在哪一室：{value:list}（共 {count} 处）。",
        _EVERYBODY + "请只写到楼。是办公、活动的地方，就不用管。",
    ),
    "personal-name": Text(
        "这里写了居民的称呼：{value:list}（共 {count} 处）。",
        "请问一问本人愿不愿意写在网上。愿意的，就不用管。",
    ),
    "personal-account": Text(
        "这里写了微信号、QQ 号或者邮箱：{value:list}（共 {count} 处）。",
        "请看看是不是个人的。是单位的，就不用管。",
    ),
    "privacy-note-never": Text(
        "“{value}”不能用隐私说明公布。",
        "身份证号码和银行卡号在任何情况下都不能公布，请从正文里删掉，再删掉这条说明。",
    ),
    "privacy-note-ending": Text(
        "“末四位”这里写了 {count} 个字。",
        "请只写最后四个字。不写全，是为了不在这里又写一遍。",
    ),
    "privacy-note-expired": Text(
        "{kind:word}“{ending}”的隐私说明到 {until:date} 为止，已经过期。",
        "请把这项内容删掉；还要公布的，请批准人再同意一次，改“到期”的日子。",
    ),
    "privacy-note-unused": Text(
        "这个文件里没有末尾是“{ending}”的{kind:word}，这条隐私说明用不上。",
        "请看看种类和末四位写得对不对。内容已经删掉的，请把说明也删掉。",
    ),
    "privacy-note-in-force": Text(
        "{kind:word}“{ending}”公布到 {until:date}，理由：{reason}，批准人：{approved_by}。",
        "不用改。不该公布的，请把这项内容和说明一起删掉。",
    ),
}
