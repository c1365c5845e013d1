"""Pages as a street office writes them, made up from a vocabulary: the same ones at every run."""

from dataclasses import dataclass
from random import Random

COMPOUNDS = (
    *(
        "和谐小区",
        "建二里",
        "长乐新村",
        "锦绣苑",
        "汇泉花园",
        "顺六里",
        "西城小区",
        "民祥园",
        "桂香苑",
    ),
    *(
        "东风新村",
        "向阳里",
        "金水湾",
        "翠湖花园",
        "安居苑",
        "育才小区",
        "柳林里",
        "望江楼小区",
        "康桥新村",
    ),
)
OLD_NAMES = {
    "和谐小区": "机床厂宿舍",
    "汇泉花园": "汇泉一区",
    "民祥园": "酱园弄大院",
    "安居苑": "纺织新村",
    "翠湖花园": "鱼塘新村",
    "育才小区": "师范家属院",
}
PLACES = (
    *(
        "邻里驿站",
        "居委会二楼会议室",
        "中心花园",
        "东门门卫室",
        "社区食堂",
        "文化活动室",
        "健康小屋",
        "北门凉亭",
    ),
    *(
        "老年活动中心",
        "社区图书角",
        "党群服务站",
        "四号楼架空层",
        "街道办事大厅",
        "小广场",
        "日间照料中心",
    ),
)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
GIVEN = "国强建华秀英志明丽娟桂兰春梅文斌海燕玉珍小芳德胜永康雅琴庆丰淑贞瑞祥"
ROLES = ("师傅", "老师", "医生", "主任", "楼组长", "志愿者", "律师", "护士", "书记", "阿姨")
DAYS = (
    *(
        "周三下午两点",
        "周六上午九点",
        "本月十五日上午",
        "下周一晚上七点",
        "每月第二个周六",
        "3月5日上午九点到十一点",
    ),
    *(
        "国庆节前一天",
        "农历正月十五",
        "4月20日至4月26日",
        "每周五下午三点半",
        "5月底以前",
        "冬至当天",
    ),
)
TOPICS: dict[str, tuple[str, ...]] = {
    "量血压": (
        "护士免费为老人量血压、测血糖，结果当场写在小本子上。",
        "空腹来测血糖更准，吃过早饭的请等两个小时。",
        "血压偏高的邻居，医生会再约时间复查。",
        "请带医保卡和上次的记录。",
    ),
    "停水通知": (
        "因水管抢修，{compound}{n}号楼到{m}号楼停水。",
        "请提前储水，关好水龙头，人离家时再看一遍。",
        "恢复供水后先放几分钟，水清了再用。",
        "高层住户的水压要到晚上才正常。",
    ),
    "垃圾分类": (
        "湿垃圾要破袋投放，袋子丢进干垃圾桶。",
        "早上七点到九点、晚上六点到八点，有{role}在垃圾厢房值守。",
        "大件垃圾请先打电话预约，不要堆在楼道里。",
        "旧电池、过期药品属于有害垃圾，交到红色桶里。",
    ),
    "加装电梯": (
        "{n}号楼加装电梯的方案已经公示，有意见请在公示期内提出。",
        "施工期间单元门前不能停车，请绕行西侧小路。",
        "一楼住户担心采光的问题，设计单位会上门测量。",
        "费用按楼层分摊，明细贴在单元门口。",
    ),
    "反诈宣传": (
        "凡是说要转到安全账户的，都是骗子。",
        "陌生人寄来的快递里有刮刮卡，不要扫上面的码。",
        "民警{name}会讲最近发生的几件真事。",
        "接到要验证码的电话，先挂断，再问家里人。",
    ),
    "暑期托管班": (
        "招收一到四年级的学生，上午写作业，下午有兴趣课。",
        "书法、象棋和手工由{name}{role}来教，材料自备。",
        "中午在社区食堂用餐，餐费按次结算。",
        "家长请在接送卡上写清楚谁来接。",
    ),
    "修理小家电": (
        "电饭煲、电风扇、台灯都能修，换零件另收成本费。",
        "{name}{role}还会磨剪刀、配钥匙。",
        "电器请先拔掉电池，零件用袋子装好。",
        "当天修不好的，下个月带回来。",
    ),
    "消防演练": (
        "演练时会拉响警报，请不要惊慌，按楼组长的指引从楼梯下来。",
        "教大家用灭火器：一提、二拔、三握、四压。",
        "电动自行车不能推进电梯，也不能在楼道里充电。",
        "家里有行动不便的老人，请提前告诉居委会。",
    ),
    "为老送餐": (
        "七十岁以上独居老人可以申请送餐上门。",
        "菜单每周换一次，低盐软烂，糖尿病人另做。",
        "一荤两素一汤{n}元，困难家庭有补贴。",
        "志愿者{name}中午十一点开始送。",
    ),
    "包粽子": (
        "端午节前一起包粽子，糯米、粽叶和红枣都准备好了。",
        "包好的粽子由{role}送给独居老人。",
        "会包四角粽的阿姨请来当老师。",
        "请把手洗干净，围裙自己带。",
    ),
    "法律咨询": (
        "{name}律师免费解答房产继承、赡养和邻里纠纷。",
        "请带上房产证、合同等材料的复印件。",
        "每人大约二十分钟，先到先谈。",
        "涉及隐私的问题可以另约时间单独谈。",
    ),
    "业主大会": (
        "会议讨论物业费调整和停车位分配两件事。",
        "不能到会的业主可以写委托书，由家里人代为投票。",
        "表决结果在公告栏公示七天。",
        "计票由{name}和另外两位业主代表共同进行。",
    ),
    "合唱队招新": (
        "合唱队每周排练一次，不识谱也能参加。",
        "今年要排《茉莉花》和《我和我的祖国》。",
        "{name}{role}弹钢琴伴奏。",
        "男声部人少，欢迎爷爷们来试音。",
    ),
    "疫苗接种": (
        "六十岁以上可以免费接种流感疫苗。",
        "接种后请留在现场观察半小时。",
        "发烧、对鸡蛋过敏的人暂时不要打。",
        "请带身份证，穿容易卷袖子的衣服。",
    ),
    "雨棚更换": (
        "{n}号楼的旧雨棚漏雨，本周开始更换。",
        "施工的时候请收好阳台上的衣服和花盆。",
        "外墙脚手架要搭十天，请关好窗户。",
        "颜色统一用浅灰色，样品放在{place}。",
    ),
    "旧衣回收": (
        "八成新的衣服洗干净再送来，内衣裤不收。",
        "收到的衣物消毒以后捐给山区的学校。",
        "棉被和毛绒玩具也收，请捆扎结实。",
        "每斤可以换一个积分，积分能换肥皂和抹布。",
    ),
}
COMMON = (
    "地点在{place}，{day}开始，请相互转告。",
    "有不明白的地方，找{name}{role}，或者到居委会来问。",
    "{compound}的居民凭门禁卡参加，外来的亲友请先登记。",
    "名额{n}个，报满为止，{day}截止报名。",
    "下雨改在{place}进行，时间不变。",
    "上次来了{n}位邻居，{name}写了一篇感想贴在公告栏。",
    "感谢{name}等{m}位志愿者，从早上忙到中午。",
    "{day}还有一场，在{place}，错过的邻居可以再来。",
    "停车位紧张，请尽量步行，电动车停在{place}外面。",
    "活动结束以后，请把椅子放回{place}。",
    "{compound}{n}号楼{name}{role}提醒大家带好老花镜。",
    "请大家遵守秩序，照顾好老人和小孩。",
    "意见可以写在纸上，投进{place}的信箱，{day}答复。",
    "经费共{n}百元，账目由{name}保管，在{place}公开。",
)
TITLES = (
    "{topic}",
    "{compound}{topic}",
    "关于{topic}的通知",
    "{day}{topic}",
    "{topic}活动预告",
    "{place}{topic}",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the trial: where it is, and all that it says."""

    address: str
    title: str
    compound: str
    old_name: str
    text: str
    current: bool

    @property
    def words(self) -> str:
        """Everything a reader sees."""
        return "\n".join((self.title, self.compound, self.old_name, self.text))


def make_pages(count: int) -> list[Page]:
    """Return so many pages: one for each compound, the others about something that goes on."""
    random = Random(20260302)  # noqa: S311 - pages that are the same at every run
    pages = [_compound_page(name) for name in COMPOUNDS]
    return pages + [_make_page(random, number) for number in range(count - len(pages))]


def _compound_page(name: str) -> Page:
    address = f"compounds/{COMPOUNDS.index(name)}.html"
    text = f"{name}的活动、服务、通知和电话都在这里。"
    return Page(address, name, name, OLD_NAMES.get(name, ""), text, current=True)


def _make_page(random: Random, number: int) -> Page:
    topic, compound = random.choice(list(TOPICS)), random.choice(COMPOUNDS)
    facts = {"topic": topic, "compound": compound}

    def fill(sentence: str) -> str:
        return sentence.format(
            **facts,
            place=random.choice(PLACES),
            day=random.choice(DAYS),
            name=random.choice(SURNAMES) + "".join(random.sample(GIVEN, 2)),
            role=random.choice(ROLES),
            n=random.randint(1, 60),
            m=random.randint(2, 30),
        )

    own = random.sample(TOPICS[topic], random.randint(2, 4))
    common = random.sample(COMMON, random.randint(3, 8))
    sentences = [fill(sentence) for sentence in own + common]
    random.shuffle(sentences)
    return Page(
        address=f"street/notices/{number}.html",
        title=fill(random.choice(TITLES)),
        compound=compound,
        old_name="",
        text="".join(sentences),
        current=number % 4 == 0,
    )
