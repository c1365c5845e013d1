"""What can go wrong on the way to a target: what somebody has to mend, and what passes."""

import re
from collections.abc import Iterable

from generator.problems import Fact

_IN_ADDRESS = re.compile(r"(?<=//)([^/@\s:]*):[^/@\s]*@")
_MASK = "***"


class PublishError(Exception):
    """A publish that cannot go on; `code` and `facts` say why, for `messages`."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(f"{code}: {facts}")
        self.code = code
        self.facts = facts
        self.begun = False
        """Whether anything had been changed at the target."""


class Interrupted(PublishError):  # noqa: N818 - it says what happened, and may pass
    """The connection failed; the same may go through a moment later."""


def mask_secrets(text: str, secrets: Iterable[str | None] = ()) -> str:
    """Return what a library said of a failure, in one line, without passwords."""
    for secret in filter(None, secrets):
        text = text.replace(secret, _MASK)
    return " ".join(_IN_ADDRESS.sub(rf"\1:{_MASK}@", text).split())
