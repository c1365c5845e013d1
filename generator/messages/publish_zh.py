"""Publishing, in Chinese."""

from generator.messages.text import Text, Wording

TEXTS: Wording = {
    # where to
    "publish-target-missing": Text(
        "没有说把网站放到哪里。",
        "请写在命令后面，例如 linli publish D:\\wang-zhan，或者写在 site.yaml 的“发布”里。",
    ),
    "publish-target-wrong": Text(
        "“{value}”不是能发布的地方。",
        "可以写文件夹、以 .zip 结尾的文件、sftp://用户@主机/文件夹、rsync://用户@主机/文件夹、"
        "s3://存储桶?endpoint=https://…。详见 docs/hosting.md。",
    ),
    "publish-password": Text(
        "发布地址里有密码。地址会留在文件和记录里，谁都可能看到，不能带密码。",
        "请删掉密码，并且马上换一个新的。密码放在环境变量或系统的密码库里，见 docs/hosting.md。",
    ),
    "publish-folder-refused": Text(
        "{path} 不能用来放网站，为免误删，什么都没有做。",
        "请另选一个专门放网站的文件夹。",
    ),
    "publish-folder-overlaps": Text(
        "{path} 和 {other} 重叠，不能发布到这里。", "请另选一个文件夹。"
    ),
    "publish-foreign": Text(
        "那里已经有别的文件（如 {file}），为免弄乱，什么都没有做。",
        "请换一个空的文件夹。确定要和这些文件放在一起，就加上 --adopt：它们会留着，"
        "只有同名的会被换成网站的。",
    ),
    "publish-zip-foreign": Text(
        "{path} 已经有了，而且不是 Linli 做的，没有动它。", "请换一个文件名，或者先把它移走。"
    ),
    "publish-record-damaged": Text(
        "那里的发布记录 {file} 看不懂，不知道哪些文件是以前发布的，什么都没有做。",
        "请加上 --adopt 再来一次：会重新核对每个文件，别的文件都留着。",
    ),
    # what
    "publish-output-missing": Text(
        "{path} 里没有做好的网站。", "请先运行 linli build，再运行 linli publish。"
    ),
    "publish-output-damaged": Text(
        "做好的网站里有 {count} 个文件被改过或者不见了（如 {file}），没有发布。",
        "请先运行 linli build，它会把这些文件重新做好。",
    ),
    "publish-output-changed": Text(
        "发布的时候，{file} 变了，多半是另一个窗口正在生成网站。这次停了下来。",
        "请等生成完，再运行一次 linli publish。",
    ),
    "publish-privacy": Text(
        "有 {count} 处个人隐私不能公开，整个网站都没有发布：{paths:list}。",
        "请运行 linli check 看是哪几处，改好以后运行 linli build，再发布。",
    ),
    # how
    "publish-busy": Text(
        "另一个人或者另一个窗口正在往那里发布，这次什么都没有做。",
        "请等它做完再来。要是它已经断了，过 {minutes} 分钟就可以再发布。",
    ),
    "publish-extra-missing": Text(
        "这样发布要先装一个程序库：{library}。", "请运行 pip install 'linli[{extra}]'。"
    ),
    "publish-program-missing": Text(
        "这台电脑没有 {program}，不能这样发布。",
        "请先安装 {program}，或者改用 sftp:// 开头的地址。",
    ),
    "publish-host-key": Text(
        "不能确定 {host} 就是您的主机，没有连接：{reason}",
        "第一次连接，请先运行 ssh {host}，和管主机的人核对它显示的指纹，对了再回答 yes。"
        "以前连得上，现在忽然这样，请先问管主机的人，不要继续。",
    ),
    "publish-login-refused": Text(
        "主机不让登录：{reason}",
        "请核对用户名，看看密钥或密码是不是准备好了，办法见 docs/hosting.md。",
    ),
    "publish-keys-missing": Text(
        "没有找到 {address} 的密钥。",
        "请设好环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或者存进系统的密码库，"
        "办法见 docs/hosting.md。",
    ),
    "publish-not-allowed": Text(
        "没有权限写到那里：{reason}", "请让管主机的人给这个用户写文件夹的权限。"
    ),
    "publish-host-failed": Text(
        "那里不能完成：{reason}", "请看看那里的磁盘满了没有，地址和文件夹写对了没有。"
    ),
    "publish-unreachable": Text(
        "连不上，或者连接断了：{reason}",
        "请看看网络通不通，主机名和端口写对了没有，然后再运行一次，会接着做。",
    ),
    "publish-arrived-damaged": Text(
        "{file} 到了那里和这里不一样，试了几次都是这样。",
        "请检查网络和那里的磁盘，然后再运行一次，会接着做。",
    ),
    # said at the end
    "summary-publish-done": Text(
        "已发布到 {target}：放上 {uploads} 个文件（{size} MB），撤下 {deletions} 个，"
        "{kept} 个没有变。"
    ),
    "summary-publish-would": Text(
        "发布到 {target} 会放上 {uploads} 个文件（{size} MB），撤下 {deletions} 个，"
        "{kept} 个没有变。这次只是列出来，什么都没有做。"
    ),
    "summary-publish-same": Text("{target} 已经是最新的，{kept} 个文件都没有变。"),
    "summary-publish-cut": Text(
        "没有做完。网站上的每一页都还能看，只是还没有全部换成新的。再运行一次，会接着做。"
    ),
    "summary-not-published": Text("没有发布。"),
    "word-progress-publish": Text("发布"),
    "word-verified-by-reading": Text("每个放上的文件都读回来核对过，和这里的一样。"),
    "word-verified-by-host": Text("每个放上的文件都由主机算出 SHA-256 核对过，和这里的一样。"),
    "word-verified-by-checksum": Text(
        "每个放上的文件都用存储服务算出的 MD5 核对过，和这里的一样。"
    ),
    "word-verified-by-rsync": Text("每个放上的文件都由两边的 rsync 算出校验和核对过，都一样。"),
}
