"""What fits together: names, links, days, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "site-address-missing": Text(
        "站点没有写{field}，海报上不会有二维码。",
        "请在 site.yaml 里加一行“{field:word}: https://…/”。",
    ),
    "accent-red": Text(
        "{field}是红色，和紧急通知的红条分不清。", "请换一个颜色，如“墨绿”或“藏青”。"
    ),
    "id-taken": Text("代号“{value}”已经用过，在 {other}。", "请换一个代号。"),
    "address-taken": Text("这个文件和 {other} 的网址相同（{value}）。", "请给其中一个文件改名。"),
    "code-taken": Text(
        "短网址代号“{value}”已经用过，在 {other}。", "请在其中一个文件里写一行不同的“代号: …”。"
    ),
    "scope-unknown": Text(
        "范围里的“{value:short}”不是已知的小区或居委。", "相近的有：{near:list}。也可以写“全街道”。"
    ),
    "scope-foreign": Text(
        "“{value:short}”不全是{committee}的小区，这个文件没有发布。",
        "请只写{committee}自己的小区。要发给别的小区，请街道在 site.yaml 里写上"
        "“可发全街道: [{committee}]”。",
    ),
    "committee-unknown": Text("没有居委叫“{value:short}”。", "相近的有：{near:list}。"),
    "building-unknown": Text("{compound}没有“{value}”号楼。", "{compound}的楼栋有：{known:list}。"),
    "group-unknown": Text("没有名为“{value:short}”的阵地或队伍。", "相近的有：{near:list}。"),
    "issue-unknown": Text("没有编号为“{value:short}”的议题。", "相近的有：{near:list}。"),
    "announcement-unknown": Text(
        "没有名为“{value:short}”的公示文件。",
        "请写通知文件夹里的文件名，不带 .md。相近的有：{near:list}。",
    ),
    "theme-unknown": Text("这一年的回顾没有主题“{value:short}”。", "相近的有：{near:list}。"),
    "theme-of-no-year": Text(
        "年度回顾里没有主题“{value:short}”，数这一年做了什么的时候会算作未归类。",
        "相近的有：{near:list}。主题写在 reviews 文件夹的年份文件里。",
    ),
    "review-year-twice": Text(
        "{value}年的街道回顾已经有一份，在 {other}。", "请只留一份，或者改对其中一份的“年份”。"
    ),
    "review-year-unknown": Text(
        "没有 {year} 年的街道回顾，这一条不会出现。", "请先建好 reviews/{year}.yaml。"
    ),
    "link-broken": Text("链接指向的文件不存在：{value:short}。", "相近的有：{near}。"),
    "image-missing": Text("图片不存在：{value:short}。", "相近的有：{near}。"),
    "image-unused": Text(
        "没有页面用到这张图片。",
        "要用就在正文里写“![图片说明]({value})”；不用就把图片移出内容文件夹。",
    ),
    "event-before-file": Text(
        "这个活动在 {day:date} 就结束了，比文件名里的日期 {named:date} 还早。",
        "请核对时间里的年份和日期，或者给文件改名。",
    ),
    "event-over": Text(
        "这个活动在 {day:date} 已经结束，不再张贴，页面留在往期里。",
        "请取下墙上的海报；有收获可以补写“{field:word}”，这条说明过两周就不再出现。",
    ),
    "step-unknown": Text("没有“{value:short}”这一步。", "议题的步骤有：{known:list}。"),
    "step-order": Text("“{value}”不能在“{before}”之后。", "步骤的先后是：{known:list}。"),
    "step-days": Text(
        "“{value}”的日期 {day:date} 早于上一步的 {before:date}。", "请核对两步的日期。"
    ),
    "gregorian-differs": Text(
        "公历核对不符：按{field}一项应当是 {found:date}，这里写的是 {day:date}。",
        "请核对农历日期，再改其中一个。",
    ),
    "take-down-early": Text(
        "撤下日期 {day:date} 早于发布日期 {published:date}。", "请核对两个日期。"
    ),
    "updated-ahead": Text(
        "更新日期 {day:date} 还没有到。", "请改成真正改动的那一天，或者删掉这一行。"
    ),
    "updated-early": Text(
        "更新日期 {day:date} 早于发布日期 {published:date}。", "请核对两个日期。"
    ),
    "take-down-in-period": Text(
        "撤下日期 {day:date} 在公示期结束（{last:date}）之前，仍会张贴到公示期结束。",
        "请把撤下日期改到公示期之后，或者删掉这一行。",
    ),
    "take-down-soon": Text(
        "撤下日期 {day:date} 太早，这件事要到 {last:date} 才结束。",
        "请改成 {last:date} 或者以后，也可以删掉这一行，到期会自动撤下。",
    ),
    "notice-late": Text(
        "发布日期是 {published:date}，这件事 {day:date} 就过去了，没有人来得及看到。",
        "请核对这两个日期。",
    ),
    "period-begun": Text(
        "公示期从 {first:date} 开始，可是 {published:date} 才发布，居民少了几天提意见。",
        "请让公示期从发布那天或者以后开始，天数要足。",
    ),
    "service-stale": Text(
        "这份服务安排已有 {days} 天没有核对。", "请核对各项时间，再把{field}改成今天。"
    ),
    "outage-endless": Text(
        "停水停电要有结束的日期。", "请写明日期，例如“2026年3月4日8:00-17:00”。"
    ),
    "notice-wordless": Text("这里只有标题，没有内容。", "请写{field}，或者在下面写几句话。"),
    "recruitment-no-phone": Text(
        "想报名的人不知道打给谁。", "请写{field}，或者写{other}，里面有电话。"
    ),
    "form-purpose-missing": Text(
        "表格没有说填的内容用来做什么。", "请写{field}：用来做什么，给谁看，什么时候销毁。"
    ),
    "outage-restore-missing": Text(
        "没有写几点恢复，大家不知道要等到什么时候。",
        "请写上预计恢复的时间，例如“2026年3月4日8:00-17:00”。时间变了再改，并把{field}加一。",
    ),
    "result-twice": Text(
        "“{value:short}”在{services:list}下面写过，这里又写，年度回顾的草稿会算两次。",
        "请只留一处；不是同一个数字的，换一个名称。",
    ),
}
