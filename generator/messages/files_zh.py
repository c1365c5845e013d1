"""Files as a whole: encodings, places, names, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "content-missing": Text(
        "找不到内容文件夹“content”。",
        "请在网站文件夹里运行，或用 --site 指明网站文件夹。",
    ),
    "site-missing": Text(
        "缺少站点文件 site.yaml。",
        "请新建 site.yaml，至少写一行“名称: 某某街道公告栏”。",
    ),
    "file-too-large": Text(
        "这个文件太大，最多 {limit} kB。", "请分成几个文件；一千个汉字约 3 kB。"
    ),
    "file-changing": Text(
        "读的时候，这个文件一直在变，或者刚被移走。", "等它存好、拷完，再运行一次。"
    ),
    "file-closed": Text(
        "没有读这个文件的权限，或者别的程序正占着它。",
        "请关掉占着它的程序，或者给这个文件读的权限。",
    ),
    "file-special": Text("这不是普通文件，也不是文件夹，没有读它。", "请把它移出内容文件夹。"),
    "folder-closed": Text(
        "打不开这个文件夹，里面的文件都读不到。为免误删网页，这次什么也没有发布。",
        "请给这个文件夹读的权限。不要它了，就把它删掉。",
    ),
    "file-link": Text(
        "这是一个链接（或快捷方式文件夹），没有读它指向的东西。",
        "请删掉链接，把文件本身复制到这里。",
    ),
    "name-reserved": Text(
        "“{value:short}”是 Windows 留给设备的名字，不能用来做文件名或文件夹名。", "请换一个名字。"
    ),
    "name-ending": Text(
        "“{value:short}”的末尾有句点或空格，有的电脑打不开。", "请改名，去掉末尾的句点和空格。"
    ),
    "name-character": Text(
        "名字“{value:short}”里有一个不能用的字符（{character}）。",
        "请改名，不用冒号、斜杠、问号、星号、引号和看不见的字符。",
    ),
    "name-encoding": Text(
        "名字“{value:short}”不是 UTF-8 编码，成了乱码。",
        "请改名，重新输入。解压缩得来的，请换一个能认中文的解压程序再解一次。",
    ),
    "name-long": Text(
        "名字“{value:short}”太长了。", "请改短，三十个汉字以内就行。标题写在文件里，可以长些。"
    ),
    "file-empty": Text("这个文件是空的。", "请写上内容，或者删掉它。"),
    "file-misplaced": Text(
        "这里不该有这个文件，没有发布它。",
        "活动、服务、通知、议题、回顾、队伍各有文件夹，请放进对应的文件夹，用 .md 或 .yaml 结尾。",
    ),
    "folder-unknown": Text(
        "没有“{value}”这种文件夹，是不是“{near}”？", "请把文件夹改名为“{near}”，或把文件放进它。"
    ),
    "file-ending": Text(
        "“{value}”的结尾不对，没有发布它。",
        "请把文件名改成“{better}”。看不到结尾时，先在文件夹窗口的“查看”里勾上“文件扩展名”。",
    ),
    "image-ending": Text(
        "不能用 {ending} 格式的图片。", "请用“画图”打开它，另存为 .png 或 .jpg，再放进来。"
    ),
    "encoding-unknown": Text(
        "从这里起有的字不是 UTF-8 编码，认不出是什么字。",
        "请用记事本打开，把变成乱码的字重新输入，选“另存为”，编码选“UTF-8”，再保存。",
    ),
    "file-office": Text(
        "不能直接发布旧的 Word、PPT 文件和压缩包。",
        "请把文字复制到 .md 文件里（用记事本，保存时编码选 UTF-8）；也可以另存为 PDF，"
        "在 .md 文件里写作附件。",
    ),
    "encoding-not-utf8": Text(
        "这个文件的编码是 {encoding}，不是 UTF-8，读不准。",
        "请运行 linli check --fix，它会转成 UTF-8 并留下原文件。也可以用记事本打开，"
        "选“另存为”，编码选“UTF-8”，再保存。",
    ),
    "character-refused": Text(
        "这里有一个不能用的字符（{character}），它看不见，会弄乱文字。",
        "请删掉这里的几个字，重新输入。",
    ),
    "committee-missing": Text(
        "文件夹“{folder}”里没有读得懂的 committee.yaml，不知道这个文件归谁。",
        "请在这个居委的文件夹里放好 committee.yaml。",
    ),
    "calendar-name": Text("日历文件要用年份做文件名。", "请改名为四位年份，例如 2026.yaml。"),
}
