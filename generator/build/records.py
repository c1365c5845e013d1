"""The classes that pickles of a build may make: of the model, of views, and plain values."""

_PLAIN = {("datetime", name) for name in ("date", "time", "datetime", "timedelta")} | {
    ("builtins", name) for name in ("frozenset", "set")
}
_RECORDS = (
    *("generator.model.", "generator.schedule.", "generator.privacy."),
    *("generator.problems", "generator.read.", "generator.plan.views."),
    *("generator.build.kept_views", "generator.attachments.finding"),
)


def is_record(module_name: str, global_name: str) -> bool:
    """Whether a class, by its module and name, is one of these."""
    return (module_name, global_name) in _PLAIN or module_name.startswith(_RECORDS)
