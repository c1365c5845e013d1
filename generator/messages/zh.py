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
    "key-twice": Text("“{name}”写了两次，前一次在第 {line} 行。", "请只留一个。"),
    # what a volunteer did, where YAML wants something else
    "colon-full-width": Text(
        "“{word}”后面的“{sign}”不是英文冒号。", "请写成“{word}: ”，用英文冒号，后面空一格。"
    ),
    "colon-space-missing": Text(
        "“{word}”的冒号后面缺少空格。", "请写成“{word}: ”，冒号后面空一格。"
    ),
    "colon-missing": Text("“{word}”后面缺少冒号。", "请写成“{word}: ”，用英文冒号，后面空一格。"),
    "colon-in-value": Text("“{value}”里面又有冒号加空格，要用引号括起来。", "请写成 {better}。"),
    "field-in-value": Text("一行里写了两项，“{word}”要另起一行。", "请在“{word}”前面换行。"),
    "line-without-field": Text(
        "“{text}”这一行没有“名称: ”，不知道是哪一项。",
        "请写成“名称: 值”；如果是接着上一行写的，请在行首加两个空格。",
    ),
    "comma-full-width": Text("括号里的“{sign}”不是英文逗号。", "请改成英文逗号“,”，后面空一格。"),
    "comma-missing": Text("“{word}”前面缺少逗号。", "请写成“, {word}: ”，用英文逗号隔开。"),
    "bracket-full-width": Text("“{sign}”不是英文括号。", "请改成“{better}”。"),
    "bracket-mismatch": Text("括号“{sign}”配不上前面的括号。", "请改成“{better}”。"),
    "bracket-unclosed": Text("括号“{sign}”没有配对的另一半。", "请在这一项的末尾加上“{better}”。"),
    "text-after-bracket": Text(
        "括号后面又有“{value}”，看不懂。",
        "请删掉多余的部分；如果整项是文字，请用英文双引号把它整个括起来。",
    ),
    "quote-unclosed": Text("引号 {sign} 没有配对的另一半。", "请在文字的末尾加上 {sign}。"),
    "quote-mixed": Text("开头是英文引号，结尾却是“{sign}”。", "请把结尾改成 {better}。"),
    "quote-curly": Text("中文引号保不住里面的冒号或 #。", "请改用英文引号：{better}。"),
    "text-after-quote": Text(
        "{value} 开头的引号只括住了一部分，要把整项括起来。", "请写成 {better}。"
    ),
    "escape-wrong": Text("双引号里的“{text}”看不懂。", "反斜杠要写两个：{better}。"),
    "dash-full-width": Text("列表的“{sign}”不是英文减号。", "请写成“- {rest}”，减号后面空一格。"),
    "dash-space-missing": Text("列表的减号后面缺少空格。", "请写成“- {rest}”。"),
    "list-on-key-line": Text("列表不能和“{word}”写在同一行。", "请另起一行写“  - {item}”。"),
    "hash-full-width": Text(
        "“＃”不是英文井号，这一行不会当作注释。", "请改成“#”，或者删掉这一行。"
    ),
    "tab-indent": Text("行首有制表符（Tab 键），缩进只能用空格。", "请删掉它，改用空格对齐。"),
    "space-full-width": Text("这里是中文的全角空格。", "请改用英文空格。"),
    "indent-deep": Text(
        "这一行前面有 {found} 个空格，比同一组的多。", "请改成 {count} 个空格，和同一组的对齐。"
    ),
    "indent-shallow": Text(
        "这一行前面有 {found} 个空格，没有和上面的任何一行对齐。",
        "如果和上面的是一组，请改成 {count} 个空格。",
    ),
    "value-begins-with": Text("一项的内容不能以“{sign}”开头。", "请用英文引号括起来：{better}。"),
    "value-cut": Text(
        "“{lost}”前面有空格，从 # 起的字会丢掉。", "如果不是注释，请用英文引号括起来：{better}。"
    ),
    "fence-wrong": Text("“{text}”不是三个英文减号。", "请把这一行改成 ---。"),
    "fence-indented": Text("--- 前面不能有空格。", "请删掉前面的空格。"),
    "fence-words": Text("--- 这一行后面不能写别的（“{text}”）。", "请把它移到下一行，或者删掉。"),
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
        "请用记事本打开核对，选“另存为”，编码选“UTF-8”，再保存。",
    ),
    "text-lost": Text(
        "这里的“{text}”是乱码，原来的字已经丢了。", "请删掉它，重新输入原来的字，编码选“UTF-8”。"
    ),
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
    # --- new files and this machine ---
    "new-street": Text("1. 街道或社区叫什么？", "网站名称会用它。直接按回车，就用"),
    "new-committees": Text("2. 有哪些居委？", "几个的话用顿号隔开。直接按回车，就用"),
    "new-compounds": Text(
        "3. 有哪些小区？",
        "用顿号隔开；有几个居委的，按居委的先后，中间用分号隔开。直接按回车，就用",
    ),
    "new-address": Text(
        "4. 网站以后放在哪个网址？", "会印成海报上的二维码，以后可以改。直接按回车，就用"
    ),
    "new-language": Text("5. 网页用什么语言？", "1 中文，2 英文。直接按回车，就用"),
    "new-not-empty": Text(
        "{path} 里已经有东西，没有写入。", "请换一个新的文件夹名，例如 linli new 公告栏。"
    ),
    "new-done": Text(
        "网站建好了：{path}",
        "居委：{committees:list}。下一步：打开里面的 README.txt 照着改；"
        "双击“预览网站”就能看到网页。电话、活动和通知都是样子，发布前请改掉。",
    ),
    "add-kind-unknown": Text(
        "没有“{value}”这种文件，是不是“{near}”？", "可以写的有：{known:list}。"
    ),
    "add-site-broken": Text(
        "网站的设置读不出来，没有写入。", "请先运行 linli check，改好列出的错误，再来一次。"
    ),
    "add-committee-wanted": Text(
        "有几个居委，不知道这个文件归哪一个，没有写入。",
        "请加上 --committee 和代号，街道自己的写 --committee 全街道。居委有：{known:list}。",
    ),
    "add-committee-unknown": Text(
        "没有“{value}”这个居委，没有写入。", "居委有：{known:list}。街道自己的写“全街道”。"
    ),
    "add-exists": Text("{path} 已经有了，没有动它。", "请直接打开这个文件修改。"),
    "add-done": Text(
        "写好了 {path}",
        "请用记事本打开，改成自己的内容再保存（编码 UTF-8），然后运行 linli check。",
    ),
    "doctor-python": Text("Python {version}", "要 Python 3.11 或更新的版本。"),
    "doctor-pango": Text("排版库 Pango", "海报要靠它排版，没有它只能做网页。"),
    "doctor-subset": Text("字体裁剪库 HarfBuzz-subset", "做海报要用它，没有它只能做网页。"),
    "doctor-face": Text("中文字体", "海报要用常规和粗体两种，没有就只能做网页。"),
    "doctor-console": Text("窗口的编码（{encoding}）", "这个窗口显示不出中文，网站不受影响。"),
    "doctor-disk": Text(
        "磁盘还空 {free} MB", "至少要空出 {enough} MB，请删掉不用的文件或清空回收站。"
    ),
    "doctor-output": Text(
        "可以写输出文件夹 {path}", "现在写不进去。请把网站放到自己的文件夹里，例如“文档”。"
    ),
    "doctor-cache": Text(
        "可以写缓存文件夹 {path}", "现在写不进去。请让管理电脑的人给您这个文件夹的写权限。"
    ),
    "summary-doctor-well": Text("这台电脑什么都不缺。"),
    "summary-doctor-lacks": Text("有 {count} 处要处理。"),
    "word-type": Text("请在终端窗口里输入：{command}"),
    "word-type-in-msys2": Text(
        "请先安装 MSYS2（https://www.msys2.org/），再在它的 UCRT64 窗口里输入：{command}"
    ),
    "word-font-of-windows": Text(
        "请打开“设置－应用－可选功能”，添加“简体中文补充字体”；微软雅黑也可以。"
    ),
    "word-see-install": Text("安装办法见 docs/install.md。"),
    "word-default-street": Text("示范街道"),
    "word-default-committee": Text("示范居委"),
    "word-default-compound": Text("示范小区"),
    "word-again": Text("看不懂，请再写一次。"),
    "word-which-committee": Text("归哪个居委？写序号或代号："),
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
    "summary-fixable": Text("linli check --fix 可以自动改好。"),
    "summary-fixed": Text("改好了 {count} 个文件，原来的留在 {path}。"),
    "summary-nothing-fixed": Text("没有可以自动改的地方。"),
    "summary-converted": Text("{path}：编码从 {encoding} 转成了 UTF-8。"),
    "summary-line-ends": Text("{path}：各行的换行符改成了同一种。"),
    "summary-backup-removed": Text("没有错误了，{path} 里留着的原文件已经删掉。"),
    "summary-codes": Text("每条消息方括号里的代码，用 linli explain 加代码看例子："),
    "summary-code-unknown": Text("没有“{value}”这个代码。"),
    "summary-code-near": Text("相近的有：{near:list}。"),
    "summary-wrong-example": Text("不对："),
    "summary-right-example": Text("对："),
    "fix-read-only": Text("{path} 是只读的，没有改它。", "请先在文件的属性里去掉“只读”。"),
    "fix-symlink": Text("{path} 是指向别处的链接，没有改它。", "请打开它指向的文件，自己改。"),
    "fix-outside": Text("{path} 不在内容文件夹里，没有改它。", "请自己打开这个文件改。"),
}
