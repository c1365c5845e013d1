"""Pictures that cannot be shown, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "image-empty": Text(
        "图片“{value:short}”是空的，一个字节也没有。", "多半是没有复制完，请把图片再复制一次。"
    ),
    "image-damaged": Text(
        "图片“{value:short}”坏了，或者没有复制完，显示不出来。",
        "请把图片再复制一次；还是不行，就用“画图”打开它，另存为 JPEG 图片。",
    ),
    "image-other-format": Text(
        "图片“{value:short}”其实是 {format} 格式，只是改了名字，显示不出来。",
        "请用“画图”打开它，另存为 JPEG 图片。手机拍的 HEIC 打不开，就在手机上截一张图。",
    ),
    "image-is-page": Text(
        "“{value:short}”不是图片，是一个网页。", "请在网页里的图片上按右键，选“图片另存为”。"
    ),
    "image-too-large": Text(
        "图片“{value:short}”有 {size} MB，最多 {limit} MB。",
        "请用“画图”打开它，点“重新调整大小”，改小以后另存为 JPEG 图片。",
    ),
    "image-too-many-pixels": Text(
        "图片“{value:short}”太大，超过 {limit} 百万像素。",
        "请用“画图”打开它，点“重新调整大小”，改小以后另存为 JPEG 图片。",
    ),
    "image-elsewhere": Text(
        "这张图片在别的网站上，不会显示。",
        "请先问过图片的主人，再把图片存进内容文件夹，圆括号里写它的文件名。",
    ),
    "image-foreign": Text(
        "“{value:short}”是别的居委的图片，不会显示。",
        "请先问过那个居委，再把图片存进自己的文件夹，圆括号里写它的文件名。",
    ),
    "image-title": Text("图片后面引号里的字不会显示：{value:short}。", "请把这些字写进方括号里。"),
    "image-wordless": Text(
        "图片没有说明，看不见的邻居不知道图上是什么。",
        "请在方括号里写图上是什么：“![图上是什么]({value:short})”。",
    ),
}
