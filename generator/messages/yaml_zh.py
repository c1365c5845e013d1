"""YAML and front matter: slips of the pen, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "front-matter-missing": Text(
        "文件开头缺少“---”。",
        "第一行请写三个减号 ---，下面写标题、时间等各项，再用一行 --- 结束，然后写正文。",
    ),
    "front-matter-unclosed": Text(
        "开头的“---”没有配对的结束行。", "请在各项写完之后另起一行，写 ---。"
    ),
    "fields-wanted": Text(
        "这里应当是一项一项的“名称: 值”。", "请一行写一项，例如“标题: 元宵灯会”。"
    ),
    "yaml-syntax": Text(
        "这里的写法看不懂。",
        "请检查这一行和上一行：冒号要用英文的“:”，后面空一格；引号和括号要成对；缩进用空格。",
    ),
    "yaml-two-documents": Text("一个文件里只能有一份内容。", "请删掉多余的 --- 行。"),
    "yaml-too-deep": Text("层次太深，最多 {limit} 层。", "请写得简单些。"),
    "yaml-anchor": Text("不能用“&{name}”这样的写法。", "如果是文字，请给整个值加上英文引号。"),
    "yaml-alias": Text("不能用“*{name}”这样的写法。", "如果是文字，请给整个值加上英文引号。"),
    "yaml-tag": Text("不能用“{name}”这样的写法。", "如果是文字，请给整个值加上英文引号。"),
    "yaml-merge-key": Text("不能用“<<”合并别的内容。", "请把需要的各项直接写出来。"),
    "key-not-text": Text("项目的名称只能是文字。", "请写成“名称: 值”。"),
    "key-twice": Text("“{name:short}”写了两次，前一次在第 {line} 行。", "请只留一个。"),
    # what a volunteer did, where YAML wants something else
    "colon-full-width": Text(
        "“{word:short}”后面的“{sign}”不是英文冒号。", "请写成“{word}: ”，用英文冒号，后面空一格。"
    ),
    "colon-space-missing": Text(
        "“{word:short}”的冒号后面缺少空格。", "请写成“{word}: ”，冒号后面空一格。"
    ),
    "colon-missing": Text(
        "“{word:short}”后面缺少冒号。", "请写成“{word}: ”，用英文冒号，后面空一格。"
    ),
    "colon-in-value": Text(
        "“{value:short}”里面又有冒号加空格，要用引号括起来。", "请写成 {better}。"
    ),
    "field-in-value": Text("一行里写了两项，“{word}”要另起一行。", "请在“{word}”前面换行。"),
    "line-without-field": Text(
        "“{text:short}”这一行没有“名称: ”，不知道是哪一项。",
        "请写成“名称: 值”；如果是接着上一行写的，请在行首加两个空格。",
    ),
    "comma-full-width": Text("括号里的“{sign}”不是英文逗号。", "请改成英文逗号“,”，后面空一格。"),
    "comma-missing": Text("“{word}”前面缺少逗号。", "请写成“, {word}: ”，用英文逗号隔开。"),
    "bracket-full-width": Text("“{sign}”不是英文括号。", "请改成“{better}”。"),
    "bracket-mismatch": Text("括号“{sign}”配不上前面的括号。", "请改成“{better}”。"),
    "bracket-unclosed": Text("括号“{sign}”没有配对的另一半。", "请在这一项的末尾加上“{better}”。"),
    "text-after-bracket": Text(
        "括号后面又有“{value:short}”，看不懂。",
        "请删掉多余的部分；如果整项是文字，请用英文双引号把它整个括起来。",
    ),
    "quote-unclosed": Text("引号 {sign} 没有配对的另一半。", "请在文字的末尾加上 {sign}。"),
    "quote-mixed": Text("开头是英文引号，结尾却是“{sign}”。", "请把结尾改成 {better}。"),
    "quote-curly": Text("中文引号保不住里面的冒号或 #。", "请改用英文引号：{better}。"),
    "text-after-quote": Text(
        "{value:short} 开头的引号只括住了一部分，要把整项括起来。", "请写成 {better}。"
    ),
    "escape-wrong": Text("双引号里的“{text}”看不懂。", "反斜杠要写两个：{better}。"),
    "dash-full-width": Text("列表的“{sign}”不是英文减号。", "请写成“- {rest}”，减号后面空一格。"),
    "dash-space-missing": Text("列表的减号后面缺少空格。", "请写成“- {rest}”。"),
    "list-on-key-line": Text("列表不能和“{word}”写在同一行。", "请另起一行写“  - {item}”。"),
    "list-number": Text("列表不用“{sign}”开头。", "请写成“- {rest:short}”，英文减号后面空一格。"),
    "name-dressed": Text(
        "名称“{text:short}”里有多余的符号、空格，或者字母的写法不对。", "请只写“{word}: ”。"
    ),
    "character-invisible": Text(
        "这里有一个看不见的字符（{character}），多半是从网页或微信粘贴来的。",
        "请把光标放在这里，删掉它；看不见也能删。",
    ),
    "hash-full-width": Text(
        "“＃”不是英文井号，这一行不会当作注释。", "请改成“#”，或者删掉这一行。"
    ),
    "tab-indent": Text("行首有制表符（Tab 键），缩进只能用空格。", "请删掉它，改用空格对齐。"),
    "space-full-width": Text(
        "这里的空格不是英文空格，是全角的，或者是从网页粘贴来的。", "请删掉它，改用英文空格。"
    ),
    "indent-deep": Text(
        "这一行前面有 {found} 个空格，比同一组的多。", "请改成 {count} 个空格，和同一组的对齐。"
    ),
    "indent-shallow": Text(
        "这一行前面有 {found} 个空格，没有和上面的任何一行对齐。",
        "如果和上面的是一组，请改成 {count} 个空格。",
    ),
    "value-begins-with": Text("一项的内容不能以“{sign}”开头。", "请用英文引号括起来：{better}。"),
    "value-cut": Text(
        "“{lost:short}”前面有空格，从 # 起的字会丢掉。",
        "如果不是注释，请用英文引号括起来：{better}。",
    ),
    "fence-wrong": Text("“{text:short}”不是三个英文减号。", "请把这一行改成 ---。"),
    "fence-indented": Text("--- 前面不能有空格。", "请删掉前面的空格。"),
    "fence-words": Text(
        "--- 这一行后面不能写别的（“{text:short}”）。", "请把它移到下一行，或者删掉。"
    ),
    # the parser's own refusals, where no more is known
    "yaml-field-wanted": Text(
        "这里应当是一项“名称: 值”。", "请检查这一行和上一行，名称后面要有英文冒号和一个空格。"
    ),
    "yaml-colon-unexpected": Text(
        "这里不能再有一项“名称: 值”。",
        "请检查这一行的冒号和缩进；如果冒号是文字，请用英文引号把内容括起来。",
    ),
    "yaml-list-unexpected": Text("这里不能写列表的减号。", "请另起一行，写成“- 内容”。"),
    "yaml-brackets": Text(
        "括号里面的写法看不懂。", "请检查英文逗号、冒号和括号，括号要成对，逗号后面空一格。"
    ),
    "yaml-neighbours": Text(
        "这一行和上面的接不上。", "请检查这一行和上一行的缩进与引号，同一组的要对齐。"
    ),
    "yaml-sign": Text("内容不能以这个符号开头。", "请用英文双引号把内容括起来。"),
    "yaml-tab": Text("这里有制表符（Tab 键）。", "请删掉它，改用空格。"),
    "yaml-quote": Text("引号没有配对的另一半。", "请在文字的末尾补上同样的引号。"),
    "yaml-escape": Text("双引号里的反斜杠写法看不懂。", "反斜杠要写两个：\\\\。"),
    "encoding-suspect": Text(
        "这个文件看上去是乱码，可能是用 {encoding} 编码保存的。",
        "请运行 linli check --fix，它会转成 UTF-8 并留下原文件，再核对一遍文字。",
    ),
    "text-lost": Text(
        "这里的“{text:short}”是乱码，原来的字已经丢了。",
        "请删掉它，重新输入原来的字，编码选“UTF-8”。",
    ),
}
