"""Attachments as they are published, each cleaned in a process of its own."""

import errno
import hashlib
from pathlib import Path

from generator.attachments.finding import Cleaned, Format, RefusedError
from generator.attachments.inspect import MAX_BYTES, clean_attachment
from generator.plain_files import read_plain
from generator.plan.views import AttachmentVersion
from generator.read.attachments import LIMITS
from generator.supervised import SupervisedExecutor, TaskStoppedError


def make_attachment(view: AttachmentVersion) -> bytes:
    """Return the bytes to publish of a file that was looked through when it was read.

    Raises OSError if it went away or is another by now: what nobody has looked at is not published.
    """
    data = read_plain(Path(view.location), MAX_BYTES)
    if hashlib.sha256(data).hexdigest() != view.digest:
        raise OSError(errno.ESTALE, "this file has changed while the site was made", view.location)
    try:
        with SupervisedExecutor(1, LIMITS) as executor:
            cleaned: Cleaned = executor.submit(clean_attachment, data, Format(view.format)).result()
    except (RefusedError, TaskStoppedError) as error:
        raise OSError(errno.EIO, "this file could not be cleaned", view.location) from error
    return cleaned.data
