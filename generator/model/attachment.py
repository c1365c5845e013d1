"""附件: files that readers of an item open or keep, a form or a list of costs."""

import posixpath
import unicodedata
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from generator.attachments.finding import Format
from generator.file_names import is_device
from generator.frozen import Frozen
from generator.model.folders import committee_folder
from generator.model.personal import Personal
from generator.model.picture import PictureFlaw
from generator.model.record import Record
from generator.model.slug import LONGEST_SLUG, make_slug
from generator.model.taking import TakenBy
from generator.model.values import Choices, Names, Text

FORMAT_WORDS = {form.value: form for form in Format} | {form.value.upper(): form for form in Format}
AttachmentType = Annotated[Format, TakenBy(Choices(FORMAT_WORDS))]


class Attachment(Record):
    """One file that an item names, and what its page calls it."""

    is_tabular: ClassVar[bool] = False

    file: Annotated[Text, Names("文件")]
    name: Annotated[Text | None, Names("名称")] = None

    @property
    def title(self) -> str:
        """What readers see: the name, else that of the file without its ending."""
        stem = posixpath.splitext(posixpath.basename(self.file.replace("\\", "/")))[0]
        return self.name or stem

    def path_from(self, source: str) -> str:
        """Return the path of the file that an item in the file `source` means, as it is compared.

        Both are from the site's folder.
        """
        written = posixpath.join(posixpath.dirname(source), self.file.replace("\\", "/"))
        return fold_attachment(posixpath.normpath(written))

    def is_foreign(self, source: str) -> bool:
        """Whether a committee's item names what lies in the folder of another one."""
        own, other = committee_folder(source), committee_folder(self.path_from(source))
        return own is not None and other is not None and fold_attachment(own) != other


def fold_attachment(path: str) -> str:
    """Return a path as it is compared: some systems store accents apart, none tells cases apart."""
    return unicodedata.normalize("NFC", path).casefold()


def _take_list(value: Any) -> Any:
    """Accept the names of files for attachments, and one for a list of them."""
    values = value if isinstance(value, list | tuple) else [value]
    return [{"file": each} if isinstance(each, str) else each for each in values]


Attachments = Annotated[tuple[Attachment, ...], BeforeValidator(_take_list)]


class AttachmentContent(Frozen, kw_only=True):
    """What an attachment is that can be published."""

    size: int
    """In bytes, as it is published."""
    personal: tuple[Personal, ...] = ()
    unread: tuple[int, ...] = ()
    """The pages of a PDF of which no word can be read."""


AttachmentFlaw = PictureFlaw
"""Why a file cannot be published: the code of a problem, and its facts."""


class AttachmentFile(Frozen, kw_only=True):
    """A file of the content folder that is an attachment, or might be one."""

    path: str
    """From the site's folder, as in `Source.path`."""
    location: str
    """Where on this machine to read it."""
    form: Format
    digest: str = ""
    """SHA-256 of its bytes."""
    content: AttachmentContent | AttachmentFlaw | None = None
    """None for a file that no item names, which is not even read."""

    @property
    def public_name(self) -> str:
        """The name under which it is published, in ASCII: file names may be of any length."""
        slug = make_slug(posixpath.splitext(posixpath.basename(self.path))[0])[:LONGEST_SLUG]
        return f"{f'file-{slug}' if is_device(slug) else slug}.{self.form.value}"
