"""Made-up personal matters in every form that people write them in, and ordinary lines without.

The numbers are made here by their own rules, with a generator of their own, so that the tests do
not repeat the code: nobody has them on purpose, and nothing is said of anybody who has one.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from generator.privacy import Kind

_REGIONS = (
    "310101", "310104", "310115", "110105", "320106", "330102", "440305", "510104", "420106",
    "610103", "230102", "650102", "540102", "710000", "810000", "830000",
)  # fmt: skip
_WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = (
    "建国",
    "秀英",
    "桂芳",
    "志强",
    "丽",
    "淑珍",
    "永福",
    "海燕",
    "玉兰",
    "阿根",
    "宝珍",
    "明",
)
_CARRIERS = (
    "说明：{}",
    "请找{}",
    "（{}）",
    "备注 {}，谢谢",
    "{}",
    "| {} | 3月5日 |",
    "联系方式:{}。",
    "见{}！",
)
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")

Sample = tuple[Kind, str]


def make_resident_id(chance: random.Random) -> str:
    """Return a number of an identity card by GB 11643."""
    born = date(1925, 1, 1) + timedelta(days=chance.randrange(36_000))
    head = f"{chance.choice(_REGIONS)}{born:%Y%m%d}{chance.randrange(1000):03}"
    total = sum(int(digit) * weight for digit, weight in zip(head, _WEIGHTS, strict=True))
    check = (12 - total % 11) % 11
    return head + ("X" if check == 10 else str(check))


def make_card(chance: random.Random, length: int = 19, head: str = "62") -> str:
    """Return a card number whose last digit is right by Luhn."""
    body = head + "".join(chance.choice("0123456789") for _ in range(length - len(head) - 1))
    for check in "0123456789":
        digits = [int(digit) for digit in reversed(body + check)]
        doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
        if (sum(digits[::2]) + sum(doubled)) % 10 == 0:
            return body + check
    raise AssertionError("one of ten digits is right")


def make_mobile(chance: random.Random) -> str:
    """Return a mobile telephone number of the mainland."""
    return f"1{chance.choice('3456789')}{chance.randrange(10**9):09}"


def make_plate(chance: random.Random) -> str:
    """Return a licence number of a car, with petrol or without."""
    place = chance.choice("沪苏浙京皖") + chance.choice("ABCDEF")
    if chance.random() < 0.3:
        return f"{place}D{chance.randrange(10**5):05}"
    return f"{place}{chance.choice('KLMN')}{chance.randrange(10**4):04}"


def make_name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + chance.choice(_GIVEN)


def _grouped(number: str, sizes: tuple[int, ...], gap: str) -> str:
    pieces, place = [], 0
    for size in sizes:
        pieces.append(number[place : place + size])
        place += size
    return gap.join(piece for piece in [*pieces, number[place:]] if piece)


def _hidden(number: str, chance: random.Random) -> str:
    """Return a number with something in it that nobody sees."""
    place = chance.randrange(1, len(number))
    return number[:place] + chance.choice("\u200b\u200c\u2060\ufeff\u00ad") + number[place:]


def _dressed(number: str, sizes: tuple[int, ...], chance: random.Random) -> str:
    forms: tuple[Callable[[], str], ...] = (
        lambda: number,
        lambda: _grouped(number, sizes, " "),
        lambda: _grouped(number, sizes, "-"),
        lambda: _grouped(number, sizes, "·"),
        lambda: number.translate(_WIDE),
        lambda: _hidden(number, chance),
        lambda: _grouped(number, sizes, "　"),
    )
    return chance.choice(forms)()


def _resident_id(chance: random.Random) -> str:
    written = _dressed(make_resident_id(chance), (6, 8), chance)
    return written.lower() if chance.random() < 0.2 else written


def _card(chance: random.Random) -> str:
    if chance.random() < 0.3:
        number = make_card(chance, 16, chance.choice(("4", "51", "35")))
        return f"卡号：{_dressed(number, (4, 4, 4), chance)}"
    return _dressed(make_card(chance, chance.choice((16, 19))), (4, 4, 4, 4), chance)


def _mobile(chance: random.Random) -> str:
    written = _dressed(make_mobile(chance), (3, 4), chance)
    return chance.choice(("", "", "", "+86", "+86 ", "0086", "手机", "电话：")) + written


def _plate(chance: random.Random) -> str:
    plate = make_plate(chance)
    return plate[:2] + chance.choice(("", "·", " ", "-")) + plate[2:]


def _sensitive(chance: random.Random) -> str:
    name, age, room = make_name(chance), chance.randrange(60, 99), chance.randrange(101, 1800)
    return chance.choice((
        f"独居老人{name}，{age}岁，本月走访两次",
        f"{name}（女，{age}岁）系低保对象",
        f"{name[0]}阿姨中风以后行动不便",
        f"{chance.randrange(1, 30)}号{room}室住着一位失能老人",
        f"本楼{room}室是社区矫正对象",
        f"有一位{age}岁的孤老需要帮忙",
        f"居民{name}患有尿毒症，每周透析三次",
        f"{name}，{age}岁，肢体残疾，由志愿者结对",
        f"请大家多照顾{name[0]}爷爷，他是失独老人",
    ))  # fmt: skip


_MAKERS: tuple[tuple[Kind, Callable[[random.Random], str]], ...] = (
    (Kind.RESIDENT_ID, _resident_id),
    (Kind.BANK_CARD, _card),
    (Kind.MOBILE, _mobile),
    (Kind.PLATE, _plate),
    (Kind.SENSITIVE_PERSON, _sensitive),
)


def personal_lines(count: int) -> Iterator[Sample]:
    """Yield lines that give something away, as many of each kind."""
    chance = random.Random(20260302)  # noqa: S311 - the same on every run
    for number in range(count):
        kind, make = _MAKERS[number % len(_MAKERS)]
        carrier = "{}" if kind is Kind.SENSITIVE_PERSON else chance.choice(_CARRIERS)
        yield kind, carrier.format(make(chance))


def personal_lists(count: int) -> Iterator[list[list[str]]]:
    """Yield tables that name people beside what is nobody's business."""
    chance = random.Random(7)  # noqa: S311 - the same on every run
    heads = ("电话", "家庭住址", "年龄", "健康状况", "房号", "身份证号", "补助金额", "手机号码")
    for _ in range(count):
        name, matter = (
            chance.choice(("姓名", "户主", "老人姓名", "名字", "对象")),
            chance.choice(heads),
        )
        rows = [["序号", name, matter]]
        rows += [[str(row), make_name(chance), "……"] for row in range(1, chance.randrange(3, 9))]
        yield rows


def ordinary_lines(count: int) -> list[str]:
    """Return lines as notices have them: those of the sample site, and made-up ones."""
    chance = random.Random(11)  # noqa: S311 - the same on every run
    content = Path(__file__).parents[2] / "content"
    own = [
        line.strip()
        for path in sorted((*content.rglob("*.md"), *content.rglob("*.yaml")))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    made = [_ordinary(chance) for _ in range(max(0, count - len(own)))]
    return own + made


def _ordinary(chance: random.Random) -> str:
    number = chance.randrange
    return chance.choice(_ORDINARY).format(
        day=f"2026年{number(1, 13)}月{number(1, 29)}日",
        iso=f"2026-{number(1, 13):02}-{number(1, 29):02}",
        clock=f"{number(7, 20)}:{number(0, 6)}0-{number(9, 22)}:30",
        landline=f"021-{number(2, 9)}{number(10**3):03} {number(10**4):04}",
        service=chance.choice(("12345", "400-820-8820", "800 820 1234", "95598", "962525", "110")),
        bus=f"{number(1, 999)}路、{number(1, 99)}号线",
        price=f"{number(1, 5000)}.{number(0, 99):02}元",
        code=f"{chance.choice('ABKQ')}{number(10**8):08}-{number(100)}",
        order=f"NO.{number(10**12, 10**13)}",
        building=f"{number(1, 60)}号楼",
        count=number(1, 3000),
        room=number(101, 505),
        age=chance.choice((60, 65, 70, 75, 80)),
        standard=f"GB/T {number(1000, 40000)}-20{number(10, 26)}",
        barcode=f"69{number(10**10):010}{number(10)}",
    )


_ORDINARY = (
    "{day}（周四）上午{clock}，居委会活动室",
    "报修请打{landline}，或者{service}",
    "居委会电话：{landline}，值班{clock}",
    "到这里来可以坐{bus}，在和平路站下",
    "维修费{price}，已公示，收据号{code}",
    "快递单号{order}的包裹放在门卫室",
    "{building}、{building}电梯检修，{iso}至{iso}",
    "请到居委会{room}室办理残疾证、低保申请",
    "{age}岁以上独居老人可以报名，名额{count}人",
    "全年服务约{count}人次，走访独居老人{count}户",
    "为残疾人、失能老人提供上门理发，{age}周岁以上免费",
    "李医生讲慢性病，王律师讲遗嘱，都在{room}教室",
    "热线{service}，监督电话{landline}",
    "本次采购编号{code}，预算{price}，依据{standard}",
    "商品条码{barcode}，保质期到{iso}",
    "阀门型号DN{count}，口径{room}毫米，{building}地下室",
    "参加{count}人，发放资料{count}份，收到意见{room}条",
    "面积{room}.5平方米，容积率2.{count}",
    "活动在{building}一楼大厅，{clock}，雨天照常",
    "心理健康讲座：怎样面对抑郁，{day}{clock}",
    "慢性病、高血压、糖尿病的饮食，{clock}",
    "垃圾分类志愿者{count}名，每周三{clock}值守",
    "网址 https://board.example/x/{code}/，扫码也行",
    "文号：沪府发〔2026〕{room}号，{standard}",
    "停水范围：{building}至{building}，预计{clock}恢复",
    "开户行不在这里公布，缴费请到物业窗口，{clock}",
)
"""Lines with numbers and words that only look like what is personal."""
