"""What is said in Chinese about phrases of time: refusals first, then notes and cautions."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # refused: not understood
    "time-empty": Text("没有写时间。", "请写成如“{suggestions}”。"),
    "time-too-long": Text("时间太长，超过{most}个字。", "请只写时间，别的话写到正文里。"),
    "time-too-many": Text("时间太多，读不下这么多段。", "请分成几条来写。"),
    "time-word-unknown": Text(
        "看不懂“{word}”（原文：“{phrase}”）。", "请只写日期和时间，事情的名称写到标题里。"
    ),
    "time-word-vague": Text(
        "看不懂“{word}”（原文：“{phrase}”）。",
        "“{word}”不是确切的时间：请去掉它，写清楚是哪一天、几点。",
    ),
    "time-or": Text(
        "看不懂“{word}”（原文：“{phrase}”）。", "两个时间都有就写“和”；只有一个就只写那一个。"
    ),
    "time-nickname": Text(
        "看不懂“{word}”（原文：“{phrase}”）。",
        "“{word}”可以指一天，也可以指几天：请写成“{suggestions:list}”这样的日子。",
    ),
    "time-word-choice": Text(
        "“{word}”看不出是指什么。", "请写清楚，例如“{suggestions:list}”，选是的那一个。"
    ),
    "time-date-dotted": Text(
        "看不懂“{word}”（原文：“{phrase}”）。", "如果是日期，请写成“{suggestions:list}”。"
    ),
    "time-relative-day": Text(
        "“{word}”要看是哪天读到的，贴出去以后就不对了。", "请写日期，例如“{way}”。"
    ),
    # refused: which days
    "time-days-missing": Text(
        "“{word}”没有说明是哪一天。", "请在前面写上日子，例如“{suggestions:list}”。"
    ),
    "time-days-clash": Text(
        "“{word}”连着写了两种日子，看不出是哪几天。", "两种日子都有就用“；”分开写。"
    ),
    "time-hours-clash": Text(
        "“{word}”和前面的日子碰在一起，那天到底是几点到几点？",
        "请在前面那一段里除去这些日子，例如“{suggestions}”。",
    ),
    "time-nothing-left": Text(
        "“{word}”一天也没有：这段时间里没有那样的日子，或者都除去了。",
        "请核对日期、星期和除外的日子。",
    ),
    "time-policy-one-holiday": Text(
        "“{word}”只说了一个节日，可是顺延和提前是对所有节假日说的。",
        "请写成“{suggestions:list}”里的一个，或者写明那天改到几月几日。",
    ),
    "time-year-missing": Text(
        "“{word}”没有写年份，也不知道是哪天写的。", "请写上年份，例如“{suggestions}”。"
    ),
    "time-year-short": Text("“{word}”的年份只有两位。", "请写四位年份：“{suggestions}”。"),
    "time-year-far": Text(
        "“{word}”的年份太早或太晚，算不出来。", "请核对年份，用1902到2098之间的。"
    ),
    "time-published-missing": Text(
        "“{word}”从哪天算起？这里不知道是哪天写的。", "请写日期，例如“{suggestions}”。"
    ),
    "time-day-impossible": Text("没有“{word}”这一天。", "请对照日历核对月份和日子。"),
    "time-leap-day": Text(
        "没有“{word}”这一天。", "{year}年2月只有28天：请写“{suggestions:list}”里的一个。"
    ),
    "time-weekday-wrong": Text(
        "{day}是{weekday}，不是{said}，请核对。", "日期对就改成“{weekday}”，星期对就改日期。"
    ),
    "time-part-day-off": Text(
        "“{word}”只停一天里的几个钟头，这里只能除去整天。",
        "请除去那一整天，再把那天的时间单独写上，例如“{suggestions}”。",
    ),
    "time-range-backwards": Text("“{word}”的最后一天早于第一天。", "请核对这两个日期和年份。"),
    "time-month-end-vague": Text(
        "“{part}”无法换算成日历日期：请写“{first}”或具体日期。", "例如“{first}”。"
    ),
    "time-month-part-vague": Text(
        "“{part}”无法换算成日历日期：请写“{first}”或具体日期。", "例如“{first}”。"
    ),
    "time-frequency-vague": Text(
        "“{word}”没有说明是哪几天，请写成如“每周一、周四”或“每月第二个周六”。",
        "请写出是周几，或者是几号。",
    ),
    "time-count-mismatch": Text(
        "“{word}”：写了{count}次，可是后面写的日子不是这么多。", "请核对次数，或者把次数去掉。"
    ),
    "time-count-impossible": Text("“{word}”里的数太大或太小。", "请核对这个数。"),
    "time-first-date-missing": Text(
        "“{word}”从哪一天算起？请写成“{way}”，并注明第一次的日期。", "例如“{way}”。"
    ),
    "time-nth-week": Text(
        "“{word}”有两种算法：第几个星期，还是第几个周几？", "请写成“{way}”，或者写日期。"
    ),
    "time-season-undated": Text(
        "“{word}”从哪天到哪天？请写成“{suggestions}”。", "把开始和结束的日子写在括号里。"
    ),
    "time-festival-span": Text(
        "“{word}”是哪几天？{name}没有法定假期。", "请写“{suggestions}”，或者写日期。"
    ),
    # refused: the lunar calendar
    "time-festival-mismatch": Text(
        "{name}不是{lunar}（原文：“{phrase}”）。", "请核对，只留下对的那一个。"
    ),
    "time-lunar-mismatch": Text(
        "{day}不是这个农历日子或节日，对应的是{right}。", "请核对公历和农历的日期。"
    ),
    "time-lunar-or-not": Text(
        "“{word}”看不出是公历还是农历，请写“{first}”或“{second}”。", "公历的日子后面写“日”。"
    ),
    "time-lunar-day-impossible": Text(
        "没有“{word}”这一天：农历{year}年{month}只有{days}天。", "请核对日子。"
    ),
    "time-leap-month-wrong": Text(
        "农历{year}年没有{month}。", "请写“{suggestions}”，或者核对年份。"
    ),
    # refused: at what time
    "time-ambiguous": Text(
        "“{word}”看不出是上午还是下午，请写“{first}”或“{second}”。",
        "也可能是“{third}”，那就写“{third}”或“{fourth}”。",
    ),
    "time-clock-impossible": Text("没有“{word}”这个时间。", "小时是0到24，分钟是两位数，00到59。"),
    "time-period-clock-mismatch": Text(
        "“{word}”：“{period}”不能配{clock}，请改为“{first}”或“{second}”。",
        "可以写：{suggestions:list}。",
    ),
    "time-end-before-start": Text(
        "结束时间早于开始时间（“{word}”）。如果到第二天结束，请写“次日”。",
        "例如“{suggestions:list}”。",
    ),
    # refused: right, but not what this field takes
    "time-not-a-day": Text("“{word}”不是一天。", "这里只写一天，例如“{suggestions}”。"),
    "time-not-a-range": Text("“{word}”不是一段日子。", "这里写从哪天到哪天，例如“{suggestions}”。"),
    "time-not-a-deadline": Text("“{word}”不是截止时间。", "请写成如“{suggestions}”。"),
    # notes: what was inferred
    "time-year-inferred": Text("“{word}”没有写年份，按{year}年理解。", "不对就写上年份。"),
    "time-from-published": Text("“{word}”从发布那天{day}算起。", "不对就写日期。"),
    "time-season-yearly": Text(
        "“{word}”没有写年份，按每年{begins}至{ends}理解。", "只有一年就写上年份。"
    ),
    "time-crosses-noon": Text(
        "“{word}”按{begins}–{ends}理解（过了中午）。", "不对就写清上午、下午。"
    ),
    "time-clock-inferred": Text("“{word}”按{begins}–{ends}理解。", "不对就写清上午、下午。"),
    "time-start-inferred": Text("“{word}”按{begins}理解。", "不对就写清上午、下午。"),
    # notes: what is risky
    "time-fifth-weekday": Text("“{word}”：很多月份没有第五个。", "每月都有就写“最后一个”。"),
    "time-month-day-rare": Text(
        "“{word}”：{months:list}不一定有{number}日，没有的月份就没有。",
        "每月都有就写“每月最后一天”。",
    ),
    "time-month-count": Text(
        "“{word}”写了{count}次，可是有的月份会有五次。", "只办{count}次就写明第几个。"
    ),
    "time-midnight-twelve": Text("“{word}”按当天夜里24点理解。", "如果是前一夜，请写“0:00”。"),
    "time-no-clock": Text("“{word}”没有写几点。", "最好写上钟点，例如“下午2点”。"),
    "time-small-hours": Text("“{word}”按凌晨理解，很少有人这么早。", "如果是下午，请写“{other}”。"),
    "time-tail-last-only": Text(
        "“{word}”只管最后一段时间。", "如果每一段都算，请另起一行写，或者在前面用“；”。"
    ),
    "time-one-day-beside": Text(
        "“{word}”按{days}天之前或之后的那一天理解。", "如果是那几天都算，请写成从哪天至哪天。"
    ),
    "time-little-new-year": Text(
        "“{word}”按腊月廿三（北方小年）理解。", "如果是廿四，请写“南方小年”。"
    ),
    # cautions: what the calendar makes doubtful
    "time-make-up-workday": Text(
        "{day}（{day:weekday}）是调休上班日。", "请确认那天照常，或者写上除外。"
    ),
    "time-holidays-unknown": Text(
        "{year}年的假期安排待公布，那一年的日子可能会变。", "公布后请把假期抄进日历。"
    ),
    "time-school-holidays-unknown": Text(
        "{year}年的{name}安排待公布，那段日子可能会变。", "公布后请把{name}抄进日历。"
    ),
    "time-lunar-day-absent": Text(
        "农历{year}年的{month}只有{days}天，那年没有这一天。",
        "要在最后一天办，请写“廿九”或“除夕”。",
    ),
    "time-leap-month-absent": Text("农历{year}年没有{month}。", "那年要办，请写平常的月份。"),
}
