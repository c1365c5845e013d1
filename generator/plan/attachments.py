"""Attachments of items: what their pages list, and the files that this takes."""

from collections.abc import Iterator

from generator.model.attachment import AttachmentContent, AttachmentFile
from generator.model.item import Item, SignedItem
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.lifetime import is_published
from generator.plan.views import AttachmentLink, AttachmentVersion, Location


def attachment_links(context: Context, item: Item) -> tuple[AttachmentLink, ...]:
    """Return what an item's page lists, in the order of its file."""
    return tuple(link for link, _ in _find(context, item))


def plan_attachments(context: Context) -> Iterator[Artifact]:
    """Plan the files that the pages of items list, below the address of each."""
    for item in context.board.items:
        if is_published(item, context.today):
            for link, file in _find(context, item):
                version = AttachmentVersion(
                    location=Location(file.location),
                    digest=file.digest,
                    format=file.form.value,
                )
                yield make_artifact(link.address, Kind.ATTACHMENT, version, context.stamps)


def _find(context: Context, item: Item) -> Iterator[tuple[AttachmentLink, AttachmentFile]]:
    """Yield the attachments of an item that can be published, each address once."""
    taken = set[str]()
    for attachment in item.attachments if isinstance(item, SignedItem) else ():
        file = context.board.find_attachment(item, attachment)
        if file is None or not isinstance(file.content, AttachmentContent):
            continue
        address = addresses.of_attachment(item, file)
        if address not in taken:
            taken.add(address)
            size, form = file.content.size, file.form.value
            yield AttachmentLink(attachment.title, address, form, size), file
