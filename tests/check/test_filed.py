"""What is said of a file once more without reading it, and what nobody could say without."""

from generator.check.filed import _FOUND_ANEW, _LASTING, find_lasting
from generator.messages import wording
from generator.problems import Place, Problem, Severity


def say(code: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(place=Place(path="a.md"), code=code, severity=severity)


def test_what_depends_on_the_file_alone_is_said_again() -> None:
    said = [say("group-unknown"), say("link-broken"), say("image-title")]
    assert find_lasting(said, [say("image-title")]) == (said[0], said[2])


def test_nobody_can_tell_of_what_depends_on_a_day_or_on_other_files() -> None:
    assert find_lasting([say("event-over")], []) is None
    assert find_lasting([say("announcement-unlinked")], [say("image-title")]) is None


def test_nobody_can_tell_of_errors() -> None:
    error = say("group-unknown", Severity.ERROR)
    assert find_lasting([error], [error]) is None


def test_all_of_this_can_be_said() -> None:
    assert wording("zh").keys() >= _LASTING | _FOUND_ANEW
