"""The kinds of files that can be begun, and the words for them in both languages."""

from generator.frozen import Frozen
from generator.model.event import Event
from generator.model.folders import FOLDERS
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import CATEGORY_WORDS, NOTICE_CLASSES, Category
from generator.model.review import ReviewEntry
from generator.model.service import ServiceSchedule


class Kind(Frozen):
    """A kind of file. `template` is its sample, `words` what people call it, Chinese first."""

    name: str
    record: type[Item]
    template: str
    words: tuple[str, ...]
    title: str = "title"
    """The attribute that a title is written to."""
    dated: bool = False
    """Whether the name of the file begins with the day it was made."""

    @property
    def schema(self) -> str:
        """The name of the schema for such files."""
        return "notice" if self.record.folder == "notices" else self.name

    def word_in(self, language: str, typed: str = "") -> str:
        """Return the word for the kind in a language, `zh` or `en`: the typed one if it is."""
        own = [word for word in self.words if word.isascii() == (language == "en")]
        return typed if typed in own else self.name if self.name in own else own[0]

    @property
    def suffix(self) -> str:
        """The ending of such files."""
        return ".yaml" if self.template.endswith(".yaml") else ".md"


def _folder_words(record: type[Item]) -> tuple[str, ...]:
    return tuple(word for word, folder in FOLDERS.items() if folder == record.folder)


def _kind(
    name: str, record: type[Item], suffix: str = ".md", title: str = "title", *, dated: bool = False
) -> Kind:
    """Return a kind that a folder of its own is for; the folder's names are words for it."""
    words = sorted((*_folder_words(record), name), key=str.isascii)
    return Kind(name, record, f"{name}{suffix}", tuple(words), title, dated)


def _notice(category: Category) -> Kind:
    """Return the kind for one category of notices."""
    words = [word for word, member in CATEGORY_WORDS.items() if member is category]
    name = category.value
    record = NOTICE_CLASSES[category]
    return Kind(name, record, f"{name}.md", tuple(words), dated=True)


KINDS = (
    _kind("event", Event, dated=True),
    _kind("service", ServiceSchedule, ".yaml"),
    *(_notice(category) for category in Category),
    _kind("issue", Issue),
    _kind("review", ReviewEntry, title="project"),
    _kind("group", Group, title="name"),
)
_BY_WORD = {word: kind for kind in KINDS for word in kind.words}


def find_kind(word: str) -> Kind | None:
    """Return the kind that somebody calls `word`."""
    return _BY_WORD.get(word.strip().lower())


def known_words() -> tuple[str, ...]:
    """Return the first word for each kind, then all others."""
    first = [kind.words[0] for kind in KINDS]
    return tuple(dict.fromkeys([*first, *_BY_WORD]))
