"""Which `Host` a target has. Libraries of a way are imported only when it is taken."""

from generator.model.target import Target, TargetKind
from generator.publish.failures import PublishError
from generator.publish.host import Host

_EXTRAS = {TargetKind.SFTP: ("asyncssh", "sftp"), TargetKind.S3: ("obstore", "s3")}


def open_host(target: Target) -> Host:
    """Return the host of a target on another machine, not yet connected.

    Raises `PublishError` if this machine lacks what it takes.
    """
    try:
        if target.kind is TargetKind.SFTP:
            from generator.publish.sftp import SftpHost  # noqa: PLC0415

            return SftpHost(target)
        if target.kind is TargetKind.S3:
            from generator.publish.objects import Bucket  # noqa: PLC0415

            return Bucket(target)
    except ImportError:
        library, extra = _EXTRAS[target.kind]
        raise PublishError("publish-extra-missing", library=library, extra=extra) from None
    from generator.publish.rsync import RsyncHost  # noqa: PLC0415

    return RsyncHost(target)
