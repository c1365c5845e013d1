"""What is said in Chinese about the steps of issues, and about grids and building leads."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # the site's procedure
    "day-count-wrong": Text(
        "{field}要写天数，“{value}”看不懂。",
        "请写成“15天”或“2周”。按自然日算，不写“个月”和“工作日”。",
    ),
    "procedure-step-twice": Text("议题办法里有两个“{value}”。", "请删掉一个，或者换个名字。"),
    "step-limit-last": Text(
        "“{value}”是最后一步，到了就办结，写了时限也用不上。",
        "请把时限写在前面的步骤上，或者删掉。",
    ),
    # the steps of an issue
    "step-skipped": Text(
        "到“{value}”之前，漏了这几步：{missing:list}。",
        "请把漏掉的步骤和日期补上；真的没有走这一步，就不用管。",
    ),
    "step-future": Text(
        "“{value}”的日期 {day:date} 还没有到。",
        "“{steps:word}”只写已经做了的。还没做的写在“{next:word}”里，日期写“{expected:word}”；日期写错了就改正。",
    ),
    "next-step-closed": Text(
        "这件事已经办到最后一步，不会再有“{value}”。", "请把“{next:word}”这几行删掉。"
    ),
    "next-step-passed": Text(
        "“{value}”预计是 {day:date}，这一天已经过了。",
        "做了的，请写进“{steps:word}”；没做的，请改一个预计的日期。",
    ),
    "announcement-kind": Text(
        "“{value}”这一步的 {file} 不是公示。", "请换成公示的文件名，或者删掉这一项。"
    ),
    "announcement-apart": Text(
        "“{value}”的日期 {day:date} 不在公示的日子里（{first:date}到 {last:date}）。",
        "请核对这一步的日期、公示期，以及公示的文件名有没有写错。",
    ),
    "announcement-other-issue": Text(
        "公示 {file} 写的议题是“{other}”，不是“{value}”。", "请核对两个文件，改正写错的那个。"
    ),
    "announcement-unlinked": Text(
        "这份公示写了议题“{value}”，可是那个议题的进度里没有写这份公示，居民从议题找不到它。",
        "请在 {file} 公示的那一步里加上“{field:word}: {name}”。",
    ),
    "issue-number-twice": Text(
        "议题编号“{value}”已经用过，在 {other}。", "请换一个编号，每个议题一个。"
    ),
    "step-in-period": Text(
        "“{value}”的日期 {day:date} 太早，公示要到 {last:date} 才结束。",
        "公示期内居民还可以提意见，请在公示结束之后再走这一步。日期写错了就改正。",
    ),
    # grids and building leads
    "grid-building-unknown": Text(
        "{compound}的楼栋里没有：{value:list}。",
        "{compound}的楼栋是：{known:list}。请改正这里，或者把楼栋补上。",
    ),
    "building-uncovered": Text(
        "{compound}有楼栋没分到网格：{value:list}。", "请写进一个网格，居民才知道该找谁。"
    ),
    "building-covered-twice": Text(
        "{compound}有楼栋分到了两个网格：{value:list}。", "请只留在一个网格里。"
    ),
    "building-lead-twice": Text(
        "{compound}有楼栋写了两个楼组长电话：{value:list}。", "请只留一个。"
    ),
    "grid-twice": Text("{compound}有两个第“{value}”网格。", "请改正其中一个的号。"),
    "grid-count-differs": Text(
        "{compound}的网格数写的是 {count}，下面列出的是 {found} 个。",
        "请核对。网格都列出来了，就可以删掉“{field:word}”。",
    ),
}
