"""What was found: a kind, and where it stands."""

from enum import StrEnum

from generator.frozen import Frozen


class Kind(StrEnum):
    """What a piece of text gives away."""

    RESIDENT_ID = "resident-id"
    """The number of an identity card (GB 11643)."""
    BANK_CARD = "bank-card"
    """A card number of UnionPay, or any with a right check digit beside the word for account."""
    MOBILE = "mobile"
    PLATE = "plate"
    """The licence number of a vehicle (GA 36)."""
    PERSONAL_LIST = "personal-list"
    """A table that names people beside what is nobody's business."""
    SENSITIVE_PERSON = "sensitive-person"
    """Somebody who can be told, in one sentence with health, hardship or a sentence served."""
    HOME_ADDRESS = "home-address"
    PERSON = "person"
    """A resident by name and form of address."""
    WECHAT = "wechat"
    QQ = "qq"
    EMAIL = "email"


NEVER_PUBLIC = frozenset({Kind.RESIDENT_ID, Kind.BANK_CARD})
"""No reason makes these public."""

ERRORS = NEVER_PUBLIC | {Kind.MOBILE, Kind.PLATE, Kind.PERSONAL_LIST, Kind.SENSITIVE_PERSON}
"""What keeps an item from being published; the other kinds are for somebody to look at."""


class Finding(Frozen, order=True):
    """Something personal in a text: characters `start` to `end` of it as it was given.

    `value` is what was meant, without separators and in plain digits; it is for comparing with
    numbers that are public, and never for a message or a log.
    """

    start: int
    end: int
    kind: Kind
    value: str
