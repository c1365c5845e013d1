"""A site of any size in Linli's own format, for benchmarks: the same for the same arguments.

    python -m benchmarks.site_content FOLDER --items 1000 --compounds 20 --committees 6

Each item is made from its own number alone, so that a site of 10,000 items begins with the same
1,000 as a smaller one. Of six items three are events, two notices and one a service schedule;
their days are spread over the two years before `TODAY` and the three weeks after it. A body has
600 to 900 characters, two or three headings, a list, a table and a link.
"""

import argparse
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2026, 3, 2)
"""The day for which the site is to be built."""
_FIRST = date(2024, 3, 1)
_SPAN = (TODAY - _FIRST).days + 21
_BODY = 620, 860
"""Characters of a body: each item gets at least a number between these."""


def _split(words: str) -> list[str]:
    return words.split()


_NAMES = _split("春江 翠湖 金桂 望山 和平 建设 文昌 东风 幸福 永安 锦绣 紫荆 临河 青松 朝阳")
_ENDINGS = _split("花园 家园 新村 小区 公寓 里 苑 坊")
_SUBJECTS = _split(
    "消防演练 垃圾分类宣传 重阳节慰问 亲子读书会 广场舞比赛 旧衣回收 法律咨询 居民大会 "
    "暑期托管 磨刀修鞋 新春联欢 车位登记 外墙清洗 绿化补种 管道疏通 书画展览 电梯检修 "
    "棋牌比赛 健康讲座 口琴班"
)
_PLACES = _split(
    "一号楼前广场 活动室 三号楼大厅 小区南门 老年活动站 中心花园 文化长廊 六号楼架空层"
)
_PEOPLE = _split("居委会值班 活动室值班 物业前台 楼组长 志愿者服务队")
_SERVICES = _split("理发 修鞋 量血压 修小家电 磨刀 配钥匙 缝补 法律咨询")
_TIMES = (
    "每月第二个周六上午9点至11点",
    "每周三下午2点至4点",
    "每月5日、20日下午2点至4点",
    "每周一、周四 9:00-11:00",
)
_SENTENCES = (
    "为了方便大家的日常生活和出行，居委会商量以后，把有关的事情安排如下。",
    "请各家各户提前做好准备，安排好家里的用水用电，免得给自己带来不便。",
    "当天会有志愿者在现场引路，请大家按顺序排队，照看好老人和孩子。",
    "要是下雨或者有别的特殊情况，就顺延到下一个周末，到时候另外通知。",
    "凡是本小区的住户，凭门禁卡都可以免费参加，名额有限，先到先得。",
    "施工的时候会有一些声音和灰尘，请靠近的楼栋关好门窗，请多包涵。",
    "走路不方便的高龄老人，可以提前一天打电话约好，工作人员按顺序上门。",
    "请不要在楼道和消防通道里堆放杂物，更不要把电瓶车推进电梯。",
    "欢迎热心的邻居报名加入志愿者队伍，一起把家门口收拾得干净又温馨。",
    "收费的标准贴在公告栏和物业前台，任何人不能另外收钱，欢迎大家监督。",
    "现场准备了热茶和小礼物，走完全程的家庭还可以领一份纪念品。",
    "这次的安排问过楼组长和居民代表的意见，有疑问可以在上班时间来办公室。",
    "请家长教育好孩子，不要在围挡旁边玩，晚上经过的时候留意脚下的电缆。",
    "结束以后三个工作日里公布结果，照片和记录放在活动室，大家都可以来看。",
)
_HINTS = (
    "请带好门禁卡",
    "自备水杯和遮阳帽",
    "十二岁以下的孩子由家长陪同",
    "现场没有停车位，请走路来",
    "请提前十分钟到，先签到",
    "可以替家里老人领资料",
    "下雨天请自备雨具",
    "请爱护公共设施",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a site is to be, and which of all sites of that size."""

    items: int = 1000
    compounds: int = 20
    committees: int = 6
    seed: int = 1


def write_site(folder: Path, size: Size) -> None:
    """Write `content/` of a site into a folder."""
    content = folder / "content"
    _write(content / "site.yaml", _SITE)
    for number in range(size.committees):
        _write(_home(content, number) / "committee.yaml", _committee(number, size))
    for number in range(size.items):
        path, text = make_item(number, size)
        _write(content / path, text)


def make_item(number: int, size: Size) -> tuple[str, str]:
    """Return the path of an item below `content/`, and its text."""
    chance = random.Random(size.seed * 1_000_003 + number)  # noqa: S311 - no secret
    committee = chance.randrange(size.committees)
    day = _FIRST + timedelta(days=chance.randrange(_SPAN))
    make, folder, ending = _KINDS[number % len(_KINDS)]
    title = f"{chance.choice(_SUBJECTS)}（第{number + 1}号）"
    head = make(chance, title, day)
    compounds = range(committee, size.compounds, size.committees)
    if compounds and chance.random() < 0.5:
        head += f"范围: [{_compound_id(chance.choice(compounds))}]\n"
    name = f"{day.isoformat()}-n{number + 1:06}.{ending}"
    text = head if ending == "yaml" else f"---\n{head}---\n{_body(chance)}"
    return f"committees/k{committee + 1:03}/{folder}/{name}", text


def _event(chance: random.Random, title: str, day: date) -> str:
    return (
        f"标题: {title}\n"
        f"时间: {_say(day)}上午9点至11点\n"
        f"地点: {chance.choice(_PLACES)}\n"
        f"项目: [{', '.join(chance.sample(_SERVICES, 3))}]\n"
        "费用: 免费\n"
        f"联系: {_contact(chance)}\n"
    )


def _notice(chance: random.Random, title: str, day: date) -> str:
    return (
        f"类别: {chance.choice(('通知', '温馨提示'))}\n"
        f"标题: {title}\n"
        f"发布: {min(day, TODAY).isoformat()}\n"
        f"要点: [{', '.join(chance.sample(_HINTS, 2))}]\n"
        f"联系: {_contact(chance)}\n"
    )


def _service(chance: random.Random, title: str, day: date) -> str:
    lines = "".join(
        f"  - {{名称: {name}, 时间: {time!r}, 费用: 免费}}\n".replace("'", '"')
        for name, time in zip(chance.sample(_SERVICES, 2), chance.sample(_TIMES, 2), strict=True)
    )
    return (
        f"标题: {title}\n"
        f"地点: {chance.choice(_PLACES)}\n"
        f"有效期: {_say(day)}至{_say(day + timedelta(days=90))}\n"
        f"最后核对: {min(day, TODAY).isoformat()}\n"
        f"服务:\n{lines}"
        f"联系: {_contact(chance)}\n"
    )


_KINDS: tuple[tuple[Callable[[random.Random, str, date], str], str, str], ...] = (
    (_event, "events", "md"),
    (_notice, "notices", "md"),
    (_event, "events", "md"),
    (_service, "services", "yaml"),
    (_event, "events", "md"),
    (_notice, "notices", "md"),
)


def _body(chance: random.Random) -> str:
    hints = "\n".join(f"- {hint}" for hint in chance.sample(_HINTS, chance.randrange(4, 6)))
    rows = "\n".join(
        f"| {9 + hour}:00 | {chance.choice(_PLACES)} | {chance.choice(_PEOPLE)} |"
        for hour in range(3)
    )
    link = f"[办事指南](https://guide.example/{chance.randrange(1, 90)}.html)"
    parts = [
        f"## 事情是这样的\n\n{_sentences(chance, 2)}找**{chance.choice(_PEOPLE)}**，详见{link}。",
        f"## 时间和地点\n\n{hints}\n\n| 时间 | 地点 | 负责人 |\n| --- | --- | --- |\n{rows}",
    ]
    if chance.random() < 0.5:
        parts.append("### 请留意")
    wanted = chance.randrange(*_BODY)
    while sum(map(len, parts)) < wanted:
        parts.append(_sentences(chance, 2))
    return "\n\n".join(parts) + "\n"


def _sentences(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(_SENTENCES) for _ in range(count))


def _contact(chance: random.Random) -> str:
    number = chance.randrange(1000, 10_000)
    return f'{{称呼: {chance.choice(_PEOPLE)}, 电话: "021-0123 {number}"}}'


def _say(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _committee(number: int, size: Size) -> str:
    compounds = "".join(
        f"  - 代号: {_compound_id(each)}\n    名称: {_compound_name(each)}\n    楼栋: 1-20\n"
        "    公告栏: [{名称: 东门, 尺寸: A4x6}]\n"
        for each in range(number, size.compounds, size.committees)
    )
    return (
        f"代号: k{number + 1:03}\n名称: 第{number + 1}居委\n"
        f'电话: "021-0123 {number:04}"\n办公时间: 工作日 8:30-17:00\n小区:\n{compounds}'
    )


def _compound_id(number: int) -> str:
    return f"c{number + 1:04}"


def _compound_name(number: int) -> str:
    rounds, which = divmod(number, len(_NAMES) * len(_ENDINGS))
    ending, name = divmod(which, len(_NAMES))
    return f"{_NAMES[name]}{_ENDINGS[ending]}{rounds + 1 if rounds else ''}"


def _home(content: Path, committee: int) -> Path:
    return content / "committees" / f"k{committee + 1:03}"


_SITE = """名称: 测速街道公告栏
电话: 021-0123 4500
网址: https://board.example/
页脚: 为了测速编出来的内容
"""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write a site as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--compounds", type=int, default=20)
    parser.add_argument("--committees", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write_site(asked.folder, Size(asked.items, asked.compounds, asked.committees, asked.seed))


if __name__ == "__main__":
    main()
