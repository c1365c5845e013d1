"""Before: an output folder. After: the same files at a target, whole at every moment.

`order` says in which turns files go up, `record` what an earlier publish put there, `lock` keeps
others away meanwhile, and each way to a target is a `Host`. Nothing is deleted or overwritten at a
target that Linli did not put there.
"""

from generator.model.target import Target, TargetError, TargetKind, parse_target
from generator.publish.archive import publish_zip
from generator.publish.failures import Interrupted, PublishError
from generator.publish.hosts import open_host
from generator.publish.site import Published, PublishOptions, publish_site
from generator.publish.source import Source, open_source

__all__ = [
    "Interrupted",
    "PublishError",
    "PublishOptions",
    "Published",
    "Source",
    "Target",
    "TargetError",
    "TargetKind",
    "open_host",
    "open_source",
    "parse_target",
    "publish_site",
    "publish_zip",
]
