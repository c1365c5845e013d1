"""Messages in Chinese: for volunteers at a PC, so short, plain, and with what to type instead."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # --- files ---
    "content-missing": Text(
        "找不到内容文件夹“content”。",
        "请在网站文件夹里运行，或用 --site 指明网站文件夹。",
    ),
    "site-missing": Text(
        "缺少站点文件 site.yaml。",
        "请新建 site.yaml，至少写一行“名称: 某某街道公告栏”。",
    ),
    "file-too-large": Text("这个文件太大，最多 {limit} 字。", "请分成几个文件。"),
    "file-empty": Text("这个文件是空的。", "请写上内容，或者删掉它。"),
    "file-misplaced": Text(
        "这里不该有这个文件，没有发布它。",
        "活动、服务、通知、议题、回顾、队伍各有文件夹，请放进对应的文件夹，用 .md 或 .yaml 结尾。",
    ),
    "file-office": Text(
        "不能直接发布 Word、Excel 或 PPT 文件。",
        "请把文字复制到 .md 文件里（用记事本，保存时编码选 UTF-8）。",
    ),
    "encoding-not-utf8": Text(
        "这个文件的编码是 {encoding}，不是 UTF-8，读不准。",
        "请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。",
    ),
    "character-refused": Text("这里有一个不能用的控制字符（{character}）。", "请删掉它重新输入。"),
    "committee-missing": Text(
        "文件夹“{folder}”里没有读得懂的 committee.yaml，不知道这个文件归谁。",
        "请在这个居委的文件夹里放好 committee.yaml。",
    ),
    "calendar-name": Text("日历文件要用年份做文件名。", "请改名为四位年份，例如 2026.yaml。"),
    # --- YAML and front matter ---
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
        "这里的写法看不懂（{reason}）。",
        "请检查这一行和上一行：冒号要用英文的“:”，后面空一格；引号和括号要成对；缩进用空格。",
    ),
    "yaml-two-documents": Text("一个文件里只能有一份内容。", "请删掉多余的 --- 行。"),
    "yaml-too-deep": Text("层次太深，最多 {limit} 层。", "请写得简单些。"),
    "yaml-anchor": Text("不能用“&{name}”这样的写法。", "如果是文字，请给整个值加上英文引号。"),
    "yaml-alias": Text("不能用“*{name}”这样的写法。", "如果是文字，请给整个值加上英文引号。"),
    "yaml-tag": Text("不能用“{name}”这样的写法。", "如果是文字，请给整个值加上英文引号。"),
    "yaml-merge-key": Text("不能用“<<”合并别的内容。", "请把需要的各项直接写出来。"),
    "key-not-text": Text("项目的名称只能是文字。", "请写成“名称: 值”。"),
    "key-twice": Text("“{name}”写了两次，前一次在第 {line} 行。", "请只留一个。"),
    # --- fields ---
    "field-unknown": Text("没有“{field}”这一项。", "可以写的有：{known:list}。"),
    "field-unknown-near": Text(
        "没有“{field}”这一项，是不是“{near}”？", "请改成“{near}”。可以写的有：{known:list}。"
    ),
    "field-missing": Text("缺少“{field}”。", "请加一行“{field}: …”。"),
    "value-empty": Text("“{field}”是空的。", "请写上内容，或者删掉这一行。"),
    "text-wanted": Text(
        "“{field}”要写文字，这里却是列表或分项。", "请写成“{field}: 文字”，一行写完。"
    ),
    "list-wanted": Text("“{field}”要写成列表。", "请写成“{field}: [甲, 乙]”，或者每行用“- ”开头。"),
    "mapping-wanted": Text(
        "“{field}”要分项写。", '请写成“{field}: {{称呼: 居委会值班, 电话: "…"}}”这样的形式。'
    ),
    "number-wrong": Text("“{field}”要写数字，“{value}”不是。", "请只写数字，例如 30。"),
    "year-wrong": Text("“{value}”不像年份。", "请写四位年份，例如 2026。"),
    "id-wrong": Text(
        "代号“{value}”不合规定。", "代号只用小写字母、数字和减号，最多 40 个，例如 jian-er。"
    ),
    "phone-wrong": Text(
        "“{value}”不像电话号码。", "请写成“021-0123 4501”这样，只用数字、空格和减号。"
    ),
    "choice-unknown": Text("“{field}”不能写“{value}”。", "可以写的有：{known:list}。"),
    "url-wrong": Text(
        "“{value}”不像网址。", "请写成“https://board.example/”这样，以 http:// 或 https:// 开头。"
    ),
    "buildings-wrong": Text("看不懂楼栋“{value}”。", "请写成“1-8”或“1、3、5-7”。"),
    "panel-wrong": Text(
        "看不懂公告栏尺寸“{value}”。", "请写成“A4x6”（六张 A4）或“A3x4”（四张 A3）。"
    ),
    "time-zone-unknown": Text("没有时区“{value}”。", "中国内地请写 Asia/Shanghai。"),
    "footer-field-unknown": Text(
        "海报页脚里不能写“{{{value}}}”。",
        "可以用的有：{known:list}，外面加花括号。打印日期天天变，写上它每张海报天天要重印，所以不能用。",
    ),
    # --- what fits together ---
    "site-address-missing": Text(
        "站点没有写“网址”，海报上不会有二维码。", "请在 site.yaml 里加一行“网址: https://…/”。"
    ),
    "id-taken": Text("代号“{value}”已经用过，在 {other}。", "请换一个代号。"),
    "address-taken": Text("这个文件和 {other} 的网址相同（{value}）。", "请给其中一个文件改名。"),
    "code-taken": Text(
        "短网址代号“{value}”已经用过，在 {other}。", "请在其中一个文件里写一行不同的“代号: …”。"
    ),
    "scope-unknown": Text(
        "范围里的“{value}”不是已知的小区或居委。", "相近的有：{near:list}。也可以写“全街道”。"
    ),
    "building-unknown": Text("{compound}没有“{value}”号楼。", "{compound}的楼栋有：{known:list}。"),
    "group-unknown": Text("没有名为“{value}”的阵地或队伍。", "相近的有：{near:list}。"),
    "issue-unknown": Text("没有编号为“{value}”的议题。", "相近的有：{near:list}。"),
    "announcement-unknown": Text(
        "没有名为“{value}”的公示文件。",
        "请写通知文件夹里的文件名，不带 .md。相近的有：{near:list}。",
    ),
    "theme-unknown": Text("这一年的回顾没有主题“{value}”。", "相近的有：{near:list}。"),
    "review-year-unknown": Text(
        "没有 {year} 年的街道回顾，这一条不会出现。", "请先建好 reviews/{year}.yaml。"
    ),
    "link-broken": Text("链接指向的文件不存在：{value}。", "相近的有：{near}。"),
    "image-missing": Text("图片不存在：{value}。", "相近的有：{near}。"),
    "step-unknown": Text("没有“{value}”这一步。", "议题的步骤有：{known:list}。"),
    "step-order": Text("“{value}”不能在“{before}”之后。", "步骤的先后是：{known:list}。"),
    "step-days": Text(
        "“{value}”的日期 {day:date} 早于上一步的 {before:date}。", "请核对两步的日期。"
    ),
    "gregorian-differs": Text(
        "公历核对不符：按“时间”一项应当是 {found:date}，这里写的是 {day:date}。",
        "请核对农历日期，再改其中一个。",
    ),
    "take-down-early": Text(
        "撤下日期 {day:date} 早于发布日期 {published:date}。", "请核对两个日期。"
    ),
    "take-down-in-period": Text(
        "撤下日期 {day:date} 在公示期结束（{last:date}）之前，仍会张贴到公示期结束。",
        "请把撤下日期改到公示期之后，或者删掉这一行。",
    ),
    "service-stale": Text(
        "这份服务安排已有 {days} 天没有核对。", "请核对各项时间，再把“最后核对”改成今天。"
    ),
    "outage-endless": Text(
        "停水停电要有结束的日期。", "请写明日期，例如“2026年3月4日8:00-17:00”。"
    ),
    # --- posters and the output folder ---
    "poster-too-long": Text(
        "这张海报放不下一页 {paper}，大约要删 {cut} 个字。", "请把正文或要点写短些。"
    ),
    "glyph-missing": Text(
        "字体里没有“{character}”（{code_point}）这个字，海报印不出来。",
        "请换一个字，或者加注读音。",
    ),
    "posters-impossible": Text(
        "这台电脑暂时不能做海报，缺少：{missing:list}。网页照常生成。",
        "安装办法见 docs/install.md。不需要海报时加上 --no-posters。",
    ),
    "theme-missing": Text("找不到主题，看过：{places:list}。", "请核对 themes 文件夹。"),
    "theme-broken": Text("主题的模板有错：{reason}。", "请检查 {template}。"),
    "output-foreign": Text(
        "输出文件夹 {path} 里有不是本程序生成的文件（如 {file}），为免误删，没有写入。",
        "请换一个空文件夹（--output），或者先把里面的文件移走。",
    ),
    "output-file-foreign": Text(
        "输出文件夹 {path} 里的 {file} 不是本程序生成的，不能覆盖。", "请先把它移走。"
    ),
    "output-not-folder": Text("{path} 不是普通文件夹。", "请用 --output 另选一个文件夹。"),
    "output-overlaps": Text(
        "输出文件夹 {path} 不能是内容文件夹，也不能包含它。", "请用 --output 另选一个文件夹。"
    ),
    "machine-failed": Text(
        "电脑读写文件时出错：{reason}。原来的网站没有改动。", "请检查磁盘空间和权限。"
    ),
    "internal-error": Text(
        "程序内部出错，原来的网站没有改动。详情写在 {log}。", "请把这个文件发给维护的人。"
    ),
    # --- the command line ---
    "summary-published": Text("已生成：{pages} 个网页，{posters} 张海报，用时 {seconds} 秒。"),
    "summary-unchanged": Text("其中 {kept} 个文件没有变化，沿用上次的。"),
    "summary-printing": Text("需要重印 {count} 张海报：{names}"),
    "summary-no-printing": Text("没有海报需要重印。"),
    "summary-left-out": Text("有 {count} 个文件有错，没有发布。"),
    "summary-remarks": Text("另有 {count} 条提醒和说明，用 linli check 查看。"),
    "summary-nothing": Text("有错误，什么都没有发布，原来的网站没有改动。"),
    "summary-place": Text("网站在 {path}"),
    "summary-clean": Text("检查完毕，没有发现问题。"),
    "summary-found": Text("发现 {errors} 个错误、{warnings} 个提醒、{notes} 条说明。"),
    "summary-more": Text("还有 {count} 条没有列出，改好上面的再检查一次。"),
    "when-occurrence": Text("{day:date}（{day:weekday}）农历{lunar} {hours}"),
    "when-total": Text("共 {count} 次。"),
    "when-more": Text("…… 共 {count} 次。"),
    "when-none": Text("这段时间里一次也没有。"),
    "word-error": Text("错误"),
    "word-warning": Text("提醒"),
    "word-note": Text("说明"),
    "word-help": Text("怎么改"),
    "word-progress": Text("制作"),
    "word-and-more": Text("…等"),
}
