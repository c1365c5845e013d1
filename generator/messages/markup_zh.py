"""What a body has that its page would not show as it was meant, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "markup-too-deep": Text(
        "引用、列表或方括号一层套一层，太深了，最多 {limit} 层。", "请减少层数，分成几段来写。"
    ),
    "markup-table-large": Text(
        "正文里的表格太大，最多 {columns} 栏、{cells} 格。", "请分成几个小表格。"
    ),
    "markup-html": Text(
        "正文里不用网页代码，“{value:short}”会原样显示成文字。",
        "请删掉它。加粗写成“**文字**”，换段就空一行。",
    ),
    "markup-row-long": Text(
        "这一行比表头多出几格，多出的不会显示：{value:list}。",
        "请给表头也加上一栏，或者删掉多出的格子。",
    ),
    "markup-note-hidden": Text(
        "这一行不会显示：“{value:short}”这种写法是给链接用的，却没有用到。",
        "不是链接的话，请把冒号改成中文的“：”。",
    ),
    "markup-code-words": Text(
        "三个反引号后面的字不会显示：{value:short}。", "请把这些字移到下一行。"
    ),
    "markup-numbers": Text(
        "编号“{value}”在页面上会变成“{shown}”：同一列的编号总是连着的。",
        "要照原样显示，就写成“（{value}）”；另起一列，请在中间空一行，写一句话。",
    ),
    "link-refused": Text(
        "这不能当链接，会原样显示成文字：{value:short}。",
        "链接只能是 http:// 或 https:// 开头的完整网址、mailto: 邮箱、tel: 电话，或者本站的文件。",
    ),
}
