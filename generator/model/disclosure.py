"""隐私说明: why something personal may be public for a while, and who answers for it."""

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator

from generator.model.record import Record
from generator.model.taking import TakenBy
from generator.model.values import Choices, Day, Names, Text, half_width, reject, take_text
from generator.privacy import NEVER_PUBLIC, Kind

KIND_WORDS: Mapping[str, Kind] = {
    "手机": Kind.MOBILE,
    "车牌": Kind.PLATE,
    "名单": Kind.PERSONAL_LIST,
    "个人情况": Kind.SENSITIVE_PERSON,
    "住址": Kind.HOME_ADDRESS,
    "姓名": Kind.PERSON,
    "微信": Kind.WECHAT,
    "QQ": Kind.QQ,
    "邮箱": Kind.EMAIL,
    "身份证": Kind.RESIDENT_ID,
    "银行卡": Kind.BANK_CARD,
} | {kind.value: kind for kind in Kind}
_LAST = 4


class _OverridableKind(Choices):
    """Refuses the kinds that nothing makes public."""

    def __call__(self, value: Any) -> Enum:
        kind = Choices.__call__(self, value)
        if kind in NEVER_PUBLIC:
            raise reject("privacy-note-never", value=str(value))
        return kind


def _take_ending(value: Any) -> str:
    """Accept the last four characters of what is meant; of names and short words all."""
    text = "".join(half_width(take_text(value)).split())
    if len(text) > _LAST:
        raise reject("privacy-note-ending", count=len(text))
    return text


Ending = Annotated[str, TakenBy(_take_ending)]


class PrivacyNote(Record):
    """One thing that may be public, such as the volunteer's own mobile number."""

    kind: Annotated[Kind, TakenBy(_OverridableKind(KIND_WORDS)), Names("种类")]
    ending: Annotated[Ending, Names("末四位", english="last-four")]
    reason: Annotated[Text, Names("理由")]
    approved_by: Annotated[Text, Names("批准人")]
    until: Annotated[Day, Names("到期")]

    def covers(self, kind: Kind, value: str) -> bool:
        """Whether this is what the note is about."""
        return kind is self.kind and value[-_LAST:].upper() == self.ending.upper()


def _take_list(value: Any) -> Any:
    """Accept one note where a list of them is wanted."""
    return value if isinstance(value, list | tuple) else [value]


PrivacyNotes = Annotated[tuple[PrivacyNote, ...], BeforeValidator(_take_list)]
