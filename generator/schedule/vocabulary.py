"""The Chinese words of the grammar, each list in one place.

All words are in the one spelling that `normalise` gives: Simplified, half-width. Names of
festivals and solar terms are in `feasts` and `lunar`, which also know their days.
"""

from generator.schedule.feasts import NAMES, OFFICIAL
from generator.schedule.segment import DaysOff, Rain

_PAIRS = """
○〇 壹一 柒七 參三 與与 業业 東东 兩两 個个 為为 爲为 玖九 貳二 於于 伍五 親亲
從从 們们 會会 傳传 兒儿 黨党 捌八 陸六 內内 寫写 軍军 農农 淩凌 幾几 劃划 辦办
務务 動动 勞劳 區区 醫医 拾十 單单 厯历 曆历 歷历 雙双 發发 變变 號号 後后 聽听
啟启 員员 週周 肆四 園园 國国 場场 處处 頭头 婦妇 學学 寧宁 將将 歲岁 師师 帶带
慶庆 應应 開开 當当 總总 驚惊 護护 報报 擡抬 數数 無无 時时 晝昼 曉晓 暫暂 機机
來来 樹树 滿满 燈灯 點点 電电 禮礼 種种 緊紧 約约 紀纪 終终 結结 續续 臘腊 節节
營营 蟄蛰 補补 計计 診诊 話话 誕诞 該该 說说 請请 課课 調调 穀谷 過过 還还 這这
連连 鍾钟 鐘钟 長长 閉闭 閏闰 間间 陽阳 陰阴 順顺 預预 題题 風风 館馆 齊齐 龍龙
"""
TRADITIONAL: dict[str, str] = {pair[0]: pair[1] for pair in _PAIRS.split()}
"""Traditional character → Simplified, for the characters that the grammar's words use."""


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DIGITS = {
    "〇": 0,
    "零": 0,
    "两": 2,
    **{char: value for value, char in enumerate("一二三四五六七八九", start=1)},
}
TENS = {"十": 10, "廿": 20, "卅": 30}

WEEKDAYS = "一二三四五六日"
"""Monday first; the index is the number of the weekday."""
WEEKDAY_OTHER = {"天": 6, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6}

PERIODS: dict[str, tuple[str, ...]] = {
    "凌晨": ("凌晨",),
    "早上": ("早上", "早晨", "清晨", "清早", "大清早", "早", "晨"),
    "上午": ("上午", "午前"),
    "中午": ("中午", "正午", "午间", "晌午"),
    "下午": ("下午", "午后"),
    "傍晚": ("傍晚", "黄昏"),
    "晚上": ("晚上", "晚间", "夜间", "夜里", "夜晚", "夜", "晚"),
    "半夜": ("半夜", "午夜", "深夜", "子夜", "半夜里"),
}
"""Part of the day → the words for it; the first is the one that readings use."""

PERIOD_HOURS: dict[str, dict[int, int]] = {
    "凌晨": {h: h for h in range(7)},
    "早上": {h: h for h in range(4, 12)},
    "上午": {h: h for h in range(13)},
    "中午": {10: 10, 11: 11, 12: 12, 1: 13, 2: 14, 13: 13, 14: 14},
    "下午": {12: 12, **{h: h + 12 for h in range(1, 12)}, **{h: h for h in range(13, 24)}},
    "傍晚": {**{h: h + 12 for h in range(3, 9)}, **{h: h for h in range(15, 21)}},
    "晚上": {**{h: h + 12 for h in range(5, 13)}, **{h: h for h in range(17, 25)}},
    "半夜": {10: 22, 11: 23, 12: 24, 0: 0, 22: 22, 23: 23, 24: 24},
}
"""Part of the day → hour as spoken → hour of the day. An hour that is missing does not fit."""

NEXT_DAY = _split(
    """
    次日 第二天 翌日 第2天
    """
)
"""Of an end time: on the following day."""

EVERY = _split(
    """
    每一个 每个 每逢 每 逢
    """
)
STOP = _split(
    """
    不对外开放 停止服务 暂停服务 暂停开放 不开放 不营业 不上班 不服务 不举行 不举办
    不办理 停止开放 除外 暂停 休息 停办 停止 不办 闭馆 停课 停诊 停业 取消 放假 不算
    不含 不包括 停
    """
)
"""After days: on these days it does not take place."""
HOLIDAY_WORDS = _split(
    """
    法定节假日 国家法定节假日 国定节假日 国定假日 法定假日 法定节日 公共假期 公众假期
    节假日 节日 假日 假期
    """
)
WEEKEND_WORDS = _split(
    """
    周末 双休日 双休 星期六日 休息日 公休日
    """
)
RAIN_WORDS = _split(
    """
    风雨天 下雨天 雨雪天 雨雪 雨天 下雨 大雨 雨
    """
)
KEEP_WORDS = _split(
    """
    照常开放 照常进行 照常营业 照常服务 照常举行 正常开放 正常营业 正常服务 正常进行
    照常 正常 不休息 不休 无休 不停 照旧 也开放 开放 不变 照开
    """
)
LATER_WORDS = _split(
    """
    顺延至下一个工作日 顺延到下一个工作日 顺延至下个工作日 顺延至下一工作日
    顺延到下个工作日 顺延至节后第一个工作日 顺延至节后首个工作日 往后顺延 向后顺延 顺延
    推迟 延后 后延 改期 延期
    """
)
EARLIER_WORDS = _split(
    """
    提前至上一个工作日 提前到上一个工作日 提前至前一个工作日 提前到前一个工作日
    提前至上个工作日 向前提前 提前
    """
)
CANCEL_WORDS = _split(
    """
    取消 暂停 停办 停止 不办 停 除外 休息 停课
    """
)

SCHOOL_HOLIDAYS = {"寒暑假": ("寒假", "暑假"), "寒假": ("寒假",), "暑假": ("暑假",)}
TERM_WORDS = _split(
    """
    开学期间 学期期间 上学期间 在校期间 学期内 学期中 上学日 开学时 学期 学年内
    """
)
SEASONS = _split(
    """
    夏令时间 冬令时间 夏令 冬令 春季 夏季 秋季 冬季 夏天 冬天 春天 秋天 夏时制 冬时制
    汛期 淡季 旺季 采暖季 供暖期
    """
)
"""Seasons without fixed days: they need their dates in brackets."""

SEASON_DAYS = {
    "春": "3月1日至5月31日",
    "夏": "5月1日至9月30日",
    "秋": "9月1日至11月30日",
    "冬": "11月1日至次年3月31日",
}
"""First character of a season → what an example of its dates looks like."""

NICKNAMES: dict[str, tuple[str, ...]] = {
    "五一": ("劳动节当天", "5月1日至5月5日"),
    "十一": ("国庆节当天", "10月1日至10月7日"),
    "六一": ("儿童节", "6月1日"),
    "三八": ("妇女节", "3月8日"),
    "五四": ("青年节", "5月4日"),
    "七一": ("建党节", "7月1日"),
    "八一": ("建军节", "8月1日"),
    "双十一": ("11月11日",),
    "双节": ("中秋节", "国庆节当天"),
    "小长假": ("5月1日至5月5日",),
    "黄金周": ("10月1日至10月7日",),
    "国庆中秋": ("国庆节当天", "中秋节"),
}
"""Short names that may mean a day or a week → what can be written instead."""

VAGUE_WORDS = _split(
    """
    左右 前后 上下 大概 大约 约 估计 可能 不定期 不定时 随时 适时 择日 择期 近日 近期
    日前 不日 尽快 有空 酌情 视情况 看情况 一般 通常 经常 偶尔 有时 几天 几次 多次 数次
    若干 前夕 过后 之间 待会 稍后 前几天 后几天 开春 入冬 年底 年初 岁末 年中 年末 周中
    周初
    """
)
OR_WORDS = _split(
    """
    或者 或 / 要么 还是
    """
)
RELATIVE_WORDS = _split(
    """
    大后天 大前天 后天 前天 明天 昨天 今天 今日 明日 昨日 今晚 明晚 明早 今早 当天
    本周末 下周末 这周 本周 下周 上周 下下周 本月 下个月 下月 上月 这个月 今年 明年
    去年 本年 后年 下星期 这星期 本星期 下礼拜 这个周 下个周
    """
)
TEXT_ONLY = _split(
    """
    长期有效 长期 另行通知 时间另行通知 待定 时间待定 待通知 电话预约 预约 按预约时间
    按预约 需预约 见通知 详见通知 以通知为准 日期待定 另定 永久
    """
)
"""Whole phrases that are shown as they are and name no day."""

LABEL_ENDINGS = _split(
    """
    日 活动 服务 义诊 课 班 讲座 例会 会 开放 接待 培训 营业 办公 值班 举行 进行 办理
    节 演出 放映 集市 门诊
    """
)
"""What the name of an occasion after its time ends in: 每月25日志愿者服务日."""

HOLIDAY_NAMES: dict[str, str] = {
    **{name: name for name in OFFICIAL},
    **{name.removesuffix("节"): name for name in OFFICIAL if len(name) > 2 and name != "劳动节"},
    "新年": "元旦",
}
"""Words for an official holiday as a stretch of days off → its name in calendars."""
HOLIDAY_NAMES.pop("春", None)

DAYS_OFF_NAMES = {
    DaysOff.KEEP: "节假日照常",
    DaysOff.LATER: "节假日顺延",
    DaysOff.EARLIER: "节假日提前",
}
RAIN_NAMES = {Rain.KEEP: "风雨无阻", Rain.LATER: "遇雨顺延", Rain.CANCEL: "遇雨取消"}

ALL_DAY = _split(
    """
    全天24小时 全天候 24小时 二十四小时 全天 整天 昼夜 全日 24h 一整天
    """
)
WHOLE_YEAR = _split(
    """
    全年无休 全年不休 全年开放 全年 常年 天天 日日
    """
)

_JOINTS = _split(
    """
    工作日 农历 阴历 即日起 单月 双月 隔 遇 周一 周二 周三 周四 周五 周六 周日 星期 礼拜 至 到 起
    """
)
KNOWN_WORDS: tuple[str, ...] = (
    *EVERY,
    *STOP,
    *HOLIDAY_WORDS,
    *WEEKEND_WORDS,
    *LATER_WORDS,
    *EARLIER_WORDS,
    *KEEP_WORDS,
    *SCHOOL_HOLIDAYS,
    *TERM_WORDS,
    *SEASONS,
    *(word for group in PERIODS.values() for word in group if len(word) > 1),
    *NEXT_DAY,
    *NAMES,
    *VAGUE_WORDS,
    *OR_WORDS,
    *NICKNAMES,
    *RELATIVE_WORDS,
    *_JOINTS,
)
"""Where a run of words that was not understood ends."""
