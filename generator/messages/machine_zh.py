"""Posters, the output folder, new files, this machine, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # posters and the output folder
    "poster-too-long": Text(
        "这张海报放不下一页 {paper}，大约要删 {cut} 个字。",
        "请把正文或要点写短些，或者另写一段“海报摘要”。改用 {larger} 纸也放得下："
        "在居委文件的“海报”里写“纸张: {larger}”。",
    ),
    "poster-too-long-anyway": Text(
        "这张海报放不下一页 {paper}，大约要删 {cut} 个字。",
        "请把正文或要点写短些，或者另写一段“海报摘要”。",
    ),
    "glyph-missing": Text(
        "字体里没有“{character}”（{code_point}）这个字，海报印不出来。",
        "请换一个字。一定要用这个字，就装一款有这个字的字体，"
        "比如 BabelStone Han（fonts-babelstone-han）或花园明朝（fonts-hanazono）。",
    ),
    "poster-too-slow": Text(
        "海报 {poster} 排了 {seconds} 秒还没排好，已经停下，没有印出来。其他海报照常。",
        "多半是正文太长或者表格太大。请写短些，或者分成几个文件，再生成一次。",
    ),
    "poster-too-large": Text(
        "海报 {poster} 要用的内存超过 {limit} MB，已经停下，没有印出来。其他海报照常。",
        "多半是正文太长或者表格太大。请写短些，或者分成几个文件，再生成一次。",
    ),
    "poster-broke-off": Text(
        "排海报 {poster} 时，排版程序自己中断了，没有印出来。其他海报照常。",
        "请再生成一次。还是这样，就把文件写短些，去掉图片试试。",
    ),
    "poster-too-many-pages": Text(
        "这张海报有 {pages} 页，最多 {limit} 页，没有印出来。", "请把内容写短些，或者分成几个文件。"
    ),
    "poster-parts-left-out": Text(
        "海报上放不下，没有印：{parts:list}。网页上照样有。",
        "想都印上，就把正文写短些，或者写“海报摘要”。"
        "先省哪一项，可以写在“海报可省”里；写“无”就一项也不省。",
    ),
    "poster-part-wrong": Text(
        "海报上不能省“{value:short}”。", "可以省的有：{known:list}。一项也不省就写“无”。"
    ),
    "posters-impossible": Text(
        "这台电脑暂时不能做海报，缺少：{missing:list}。网页照常生成。",
        "安装办法见 docs/install.md。不需要海报时加上 --no-posters。",
    ),
    "packs-impossible": Text(
        "这台电脑暂时不能打印海报，缺少：{missing:list}。",
        "安装办法见 docs/install.md。也可以打开网站上的海报，用浏览器打印。",
    ),
    "pack-compound-unknown": Text(
        "没有叫“{name}”的小区。", "请写代号或名称。代号有：{known:list}。"
    ),
    "pack-board-unknown": Text(
        "这些小区没有叫“{name}”的公告栏。", "请照居委文件里的写。有：{known:list}。"
    ),
    "print-record-damaged": Text(
        "打印记录坏了，不知道公告栏上现在贴着什么，这次当作都没有打印过。",
        "不用处理，下次运行 linli print 会写一份新的。",
    ),
    "theme-missing": Text(
        "没有叫“{name}”的外观。", "站点文件里的“外观”可以写：{known:list}。不写就用 linli。"
    ),
    "theme-broken": Text("主题的模板有错：{reason}。", "请检查 {template}。"),
    "output-foreign": Text(
        "输出文件夹 {path} 里有不是本程序生成的文件（如 {file}），为免误删，没有写入。",
        "请换一个空文件夹（--output），或者先把里面的文件移走。",
    ),
    "output-file-foreign": Text(
        "输出文件夹 {path} 里的 {file} 不是本程序生成的，不能覆盖。", "请先把它移走。"
    ),
    "output-not-folder": Text("{path} 不是普通文件夹。", "请用 --output 另选一个文件夹。"),
    "output-busy": Text("另一个窗口正在往 {path} 里生成网站。", "请等它做完，再运行一次。"),
    "output-overlaps": Text(
        "不能往 {path} 里写：那里和 {other} 有重叠，会混在一起。",
        "请用 --output 另选一个专用的文件夹。",
    ),
    "output-name": Text(
        "{path} 这个名字有的电脑不能用。",
        "请用 --output 另选一个文件夹，名字只用字母、数字和汉字。",
    ),
    "output-link": Text("{path} 是一个链接，没有顺着它写。", "请把它换成真的文件夹。"),
    "output-mounted": Text(
        "{path} 是另一块磁盘的入口，不能整个换掉，没有写入。",
        "请用它里面的一个文件夹，例如 {path}/site。",
    ),
    "output-mark-damaged": Text(
        "输出文件夹 {path} 里的记录 {file} 坏了，分不清哪些文件是本程序写的，没有写入。",
        "请给这个文件夹改名，或者删掉它，再生成一次。",
    ),
    "output-address-wrong": Text(
        "网站里会有一个叫 {file} 的文件，有的电脑不能用这个名字。",
        "请给它的来源（内容或主题里的文件）改名。",
    ),
    "output-address-twice": Text(
        "网站里有两个文件会放在同一个地方：{file} 和 {other}。",
        "请给其中一个的来源（内容或主题里的文件）改名。",
    ),
    "guide-target": Text(
        "{path} 已经有了，又不是 PDF 文件，没有动它。", "请换一个文件名，例如 手册.pdf。"
    ),
    # a cluster
    "cluster-extra-missing": Text(
        "用 --dask 要先装一个程序库：distributed。这次什么也没有做。",
        "请运行 pip install 'linli[dask]'，或者去掉 --dask。",
    ),
    "cluster-unreachable": Text(
        "连不上 {address}，那里没有集群的调度程序。这次什么也没有做。",
        "请先运行 dask scheduler，把它显示的地址写在 --dask 后面，例如 tcp://10.0.0.5:8786；"
        "或者去掉 --dask。",
    ),
    "cluster-empty": Text(
        "集群 {address} 里没有干活的电脑。这次什么也没有做。",
        "请在那些电脑上运行 dask worker {address} --nworkers auto --nthreads 1。",
    ),
    "cluster-worker-unfit": Text(
        "集群里的 {worker} 不能做海报：{reason}。",
        "请在那台电脑上装同一版的 Linli 和做海报要用的东西，见 docs/install.md。",
    ),
    "cluster-differs": Text(
        "集群里的 {worker} 做出的海报文件会和这台电脑的不一样。这里 ≠ 那里：{differences:list}。",
        "请在那里装同样的版本（requirements.lock），再重新启动。",
    ),
    "cluster-proof-differs": Text(
        "试做一张海报，集群里的 {worker} 和这台电脑做出的文件不一样，可是查得到的版本都相同。",
        "请让所有电脑用同样的系统和程序库（HarfBuzz、FreeType），比如用同一个容器镜像。",
    ),
    "cluster-lost": Text(
        "和集群 {address} 的联系断了，或者那里的程序都停了。",
        "请看看调度程序和各台电脑上显示了什么。修好以前可以不用 --dask。",
    ),
    "cluster-rest-here": Text(
        "集群 {address} 没有做完的 {count} 张海报，已经在这台电脑上做好，一张不少。",
        "不用处理，做出的文件都一样。",
    ),
    "machine-failed": Text(
        "电脑读写文件时出错：{reason}。原来的网站没有改动。", "请检查磁盘空间和权限。"
    ),
    "internal-error": Text(
        "程序内部出错，原来的网站没有改动。详情写在 {log}。", "请把这个文件发给维护的人。"
    ),
    # new files and this machine
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
    "add-link": Text("{path} 是一个链接，没有顺着它写。", "请把它换成真的文件夹，再来一次。"),
    "add-exists": Text("{path} 已经有了，没有动它。", "请直接打开这个文件修改。"),
    "add-done": Text(
        "写好了 {path}",
        "请用记事本打开，改成自己的内容再保存（编码 UTF-8），然后运行 linli check。",
    ),
    "draft-future": Text(
        "{year}年还没有到，没有可以数的。", "请写今年或者以前的年份，例如 linli review draft 2025。"
    ),
    "draft-committee-unknown": Text(
        "没有“{value}”这个居委，没有写入。", "居委有：{known:list}。不写 --committee 就是全部居委。"
    ),
    "draft-kept": Text(
        "这些居委这一年已经有了，没有动：{committees:list}。", "要重新数，先把原来的文件移走。"
    ),
    "draft-withheld": Text(
        "这些文件有错，里面的内容没有数进去：{files:list}。",
        "请先运行 linli check 改好，删掉草稿，再数一次。",
    ),
    "draft-done": Text(
        "草稿写好了。",
        "请用记事本打开，核对每个数字，填好“项目”和“摘要”，保存，再运行 linli check。"
        "没填好的不会登出来。",
    ),
    "guide-place": Text(
        "志愿者手册在 {path}",
        "要打印，就运行 linli guide --pdf 手册.pdf，会做成一份 A4 大字的 PDF。",
    ),
    "guide-done": Text("手册做好了：{path}，共 {pages} 页。", "双击打开它，就能看、能打印。"),
    "guide-impossible": Text(
        "这台电脑暂时做不出手册的 PDF，缺少：{missing:list}。",
        "请运行 linli doctor，看怎么装。手册的原文在 {path}，用记事本也能看。",
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
    "doctor-schemas": Text(
        "编辑器用的 {count} 个模式文件（schemas 文件夹）是别的版本的",
        "请运行 linli doctor --renew 换成新的。",
    ),
    "doctor-schemas-changed": Text(
        "有人改过这些模式文件：{paths:list}",
        "没有动它们。要换成新的，请删掉再运行 linli doctor --renew。",
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
}
