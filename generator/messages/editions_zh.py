"""Chinese texts: the edition in traditional characters."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "traditional-not-chinese": Text(
        "只有中文网站能做{field}，这个网站的{language}是“{value:short}”。",
        "请删掉“{field:word}”，或者把“{language:word}”改成 zh-CN。",
    ),
    "traditional-off": Text(
        "写了{field}，可是没有做{edition}，这些写法用不上。",
        "请加一行“{edition:word}: 是”，或者删掉“{field:word}”。",
    ),
    "traditional-length": Text(
        "“{value}”是{count}个字，繁体写法“{form}”是{length}个字。",
        "请看看是不是漏了字或多了字。真的是这样，就不用管。",
    ),
    "traditional-twice": Text(
        "“{value}”的繁体，这里写“{form}”，{other} 里写“{first}”。",
        "请改成一样的，或者只留一处。现在用的是“{first}”。",
    ),
}
