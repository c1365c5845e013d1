"""Attachments that cannot be published, in Chinese."""

from generator.messages.text import Text, Wording

_PRINT = (
    "请用 Word、WPS 或浏览器打开它，点“打印”，打印机选“Microsoft Print to PDF”，另存一份再换上。"
)

TEXTS: Wording = {
    "attachment-missing": Text(
        "附件不存在：{value:short}。网页上先不列它。",
        "请把文件放到旁边，或者改对名字。相近的有：{near}。",
    ),
    "attachment-foreign": Text(
        "“{value:short}”在别的居委的文件夹里，网页上不列它。",
        "请先问过那个居委，再把文件存进自己的文件夹。",
    ),
    "attachment-ending": Text(
        "附件“{value:short}”不是 PDF，网页上不列它。",
        "请打开它，点“另存为”，类型选 PDF，再把“附件”里的名字改过来。",
    ),
    "attachment-not-allowed": Text(
        "这个网站不发布 .{ending} 附件，“{value:short}”没有登出来。",
        "请打开它，点“另存为”，类型选 PDF。要允许这一种，请街道在 site.yaml 里写“附件类型: [pdf, "
        "{ending}]”。",
    ),
    "attachment-unused": Text(
        "没有哪个文件把“{value:short}”写作附件，没有发布它。",
        "在通知或活动的文件里写“附件: [{value}]”，它就列在那一页上。内容最好也写进正文，"
        "手机上好读。用不着它就删掉。",
    ),
    "attachment-twice": Text(
        "附件“{value:short}”和“{other:short}”的网址会一样，网页上只列前一个。",
        "请给其中一个文件改个名字。",
    ),
    "attachment-unread": Text(
        "附件“{value:short}”有几页读不出字：第 {pages:list} 页，多半是扫描件。"
        "没法检查里面有没有身份证号、手机号。",
        "请有人逐页看过，确认没有个人信息。能拿到原来的 Word 文件，就另存为 PDF 换上，"
        "看不见的邻居也能听到。",
    ),
    "attachment-empty": Text(
        "附件“{value:short}”是空的，一个字节也没有。", "多半是没有复制完，请再复制一次。"
    ),
    "attachment-too-large": Text(
        "附件“{value:short}”超过 {limit} MB，手机上很久才打得开。",
        "扫描件请用黑白、200 dpi 再扫一次；图片多的，另存为 PDF 时选“最小文件大小”。",
    ),
    "attachment-too-long": Text(
        "附件“{value:short}”页数太多，或者打开以后太大。",
        "最多 200 页。请只留居民要看的几页，另存为 PDF。",
    ),
    "attachment-too-slow": Text("附件“{value:short}”查了 10 秒还没有查完，没有发布它。", _PRINT),
    "attachment-other-format": Text(
        "附件“{value:short}”其实不是 {format} 文件，只是改了名字。",
        "请打开原来的文件，点“另存为”，类型选 PDF。",
    ),
    "attachment-locked": Text(
        "附件“{value:short}”有密码，或者限制了打印、复制，没法检查。",
        "请去掉密码和限制，再存一份换上。",
    ),
    "attachment-damaged": Text(
        "附件“{value:short}”坏了，或者没有复制完，打不开。",
        "请再复制一次。还是不行，" + _PRINT.removeprefix("请"),
    ),
    "attachment-signed": Text(
        "附件“{value:short}”有电子签名。发布前要去掉作者等信息，签名就失效了。",
        _PRINT,
    ),
    "attachment-active": Text(
        "附件“{value:short}”里有会自己运行、或者会往外发送的内容（{found}），没有发布它。", _PRINT
    ),
    "attachment-files-inside": Text(
        "附件“{value:short}”里还夹着别的文件（{found}），没法检查，没有发布它。",
        "请去掉夹在里面的文件，要发布的另存为 PDF，各写一个附件。",
    ),
    "attachment-link": Text(
        "附件“{value:short}”里的链接会打开网页、邮件、电话以外的东西：{address:short}。",
        "请去掉这个链接，再存一份换上。链接只能以 https://、http://、mailto: 或 tel: 开头。",
    ),
    "attachment-picture": Text(
        "附件“{value:short}”里有一种去不掉拍摄信息的图片（{found}）。",
        "请把图片换成 JPEG 或 PNG，或者打印成 PDF 再换上。",
    ),
    "word-page": Text("第{page}页"),
}
