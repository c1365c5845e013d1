"""What `linli serve` says, on the terminal and beside a page, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    "serve-at": Text("网站预览在 {address}"),
    "serve-stop": Text("改了文件就存盘，打开的网页会自己跟着变。按 Ctrl+C 结束。"),
    "serve-lan": Text(
        "同一网络里的手机可以打开 {address}，或者扫下面的码。\n"
        "注意：这个网络里的人现在都能看到这个网站，包括还没有发布的内容。看完请按 Ctrl+C 结束。"
    ),
    "serve-no-lan": Text("这台电脑没有连上网络，手机看不到。电脑上照样可以看。"),
    "serve-port-next": Text("端口 {port} 有别的程序在用，换成了 {other}。"),
    "serve-port-taken": Text(
        "端口 {port} 用不了：{reason}。", "请换一个，比如 --port {other}，或者不写 --port。"
    ),
    "serve-polling": Text("系统不能马上通知文件有变化（{reason}），改成每两秒看一遍。"),
    "serve-clean": Text("读好了，没有错误。"),
    "serve-errors": Text("有 {errors} 处错误，网页上写着在哪里、怎么改。"),
    "serve-over": Text("预览结束了。"),
    "serve-nothing-title": Text("还不能显示网页"),
    "serve-nothing": Text("下面这些改好、存盘以后，这一页会自己变成网站。"),
    "serve-panel": Text("预览"),
    "serve-show": Text("打开预览栏"),
    "serve-hide": Text("收起"),
    "serve-close": Text("关掉"),
    "serve-day": Text("看哪一天"),
    "serve-usual-day": Text("回到今天"),
    "serve-wrong": Text("要改的"),
    "serve-nothing-wrong": Text("没有问题。"),
    "serve-expiring": Text("本周到期"),
    "serve-nothing-expires": Text("这周没有到期的。"),
    "serve-printing": Text("要打印的"),
    "serve-nothing-to-print": Text("没有要打印的。"),
    "serve-counting": Text("正在数。"),
    "serve-all-posters": Text("还没有用 linli print 打印过，这里是全部海报。"),
    "serve-staff": Text("打印和张贴"),
    "serve-count": Text("有 {count} 处错误"),
    "serve-site-is-old": Text("现在看到的是上一次没有错的网站。改好存盘，这里会自己消失。"),
    "serve-item-is-old": Text(
        "有错的内容，网页上是上一次没有错的样子，没有就先不显示。改好存盘，这里会自己消失。"
    ),
    "serve-open": Text("看这一页"),
    "serve-gone": Text("预览已经停了"),
    "serve-day-name": Text("{day:date}（{day:weekday}）"),
    "serve-poster-of-week": Text("{name}（{day:date}起一周）"),
    "serve-poster-of-month": Text("{name}（{year}年{month}月）"),
    "serve-poster-timetable": Text("便民服务时间表"),
    "serve-poster-digest": Text("一览"),
    "serve-poster-menu": Text("菜单"),
    "serve-poster-issues": Text("议题办理进度"),
    "serve-poster-contacts": Text("联系卡"),
    "serve-poster": Text("海报"),
}
