"""A zip of the site: the same files make the same bytes."""

import zipfile
from io import BytesIO
from pathlib import Path

from generator.publish.failures import PublishError
from generator.publish.record import RECORD, Record, RecordError, load_record
from generator.publish.site import Published, PublishOptions
from generator.publish.source import Source
from generator.write.packs import write_whole

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name; the day of packing would make other bytes."""
_MODE = 0o100644 << 16


def publish_zip(source: Source, target: Path, options: PublishOptions) -> Published:
    """Write all files of a build into one zip, with the record, so that it can be published on.

    Raises `PublishError` if there is a file that is no zip of Linli's, and OSError.
    """
    before = _read_before(target)
    if before is not None and not options.adopt and not before.files:
        raise PublishError("publish-zip-foreign", path=str(target))
    old = before.files if before else {}
    result = Published(verification="word-verified-by-reading")
    result.uploads = [path for path, entry in source.entries.items() if old.get(path) != entry]
    result.deletions = sorted(old.keys() - source.entries.keys())
    result.kept = len(source.entries) - len(result.uploads)
    result.size = sum(source.entries[path].size for path in result.uploads)
    if not options.dry_run:
        data = pack_files(source, options)
        write_whole(target, data)
        if target.read_bytes() != data:
            raise PublishError("publish-host-failed", reason=str(target))
    return result


def pack_files(source: Source, options: PublishOptions) -> bytes:
    """Return the zip: files in the order of their paths, without days, owners or systems."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _add(archive, RECORD, Record(source.entries).dump())
        for done, path in enumerate(source.entries, 1):
            _add(archive, path, source.upload(path).read())
            options.progress(done, len(source.entries))
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    info = zipfile.ZipInfo(path, _EPOCH)
    info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, _MODE, 3
    archive.writestr(info, data)


def _read_before(target: Path) -> Record | None:
    """Return the record in the zip that is there; empty if it has none; None if nothing is."""
    if not target.exists():
        return None
    try:
        with zipfile.ZipFile(target) as archive:
            return load_record(archive.read(RECORD)) or Record()
    except (OSError, KeyError, zipfile.BadZipFile, RecordError):
        return Record()
