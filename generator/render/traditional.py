"""Chinese text in traditional characters, by OpenCC and the names of the site.

The forms are those of OpenCC's `s2tw`, the characters of Taiwan with the words of the mainland:
they are what `zh-Hant` stands for in fonts, browsers and keyboards, whereas `s2t` writes forms that
nobody's keyboard does (爲, 羣, 啓), `s2hk` some that only Hong Kong does (户, 説, 衞), and `s2twp`
other words (社區 as 社群). `traditional.toml` has what boards need beyond the dictionaries.

Names go into OpenCC's own dictionaries, not around them: it takes the longest word from the left,
so that 于老师 is a name, and 由于老师 is not.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.libraries import find_version
from generator.plan.views import TraditionalNames
from generator.render.cache_folder import recall_table

CONFIGURATION = "s2tw"
WORDS_FILE = Path(__file__).with_name("traditional.toml")
_LANE, _INSIDE = "里", "裡"
_LONGEST_PERSON = 4
"""Characters of a name and its title; longer ones are offices."""
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

Convert = Callable[[str], str]


@lru_cache(maxsize=2)
def make_converter(names: TraditionalNames) -> Convert:
    """Return what writes text in traditional characters and leaves all else as it is."""
    from opencc import OpenCC  # noqa: PLC0415 - only sites with that edition need it

    table: dict[str, Any] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    standard = OpenCC(CONFIGURATION)
    plain = standard.convert
    forms = dict(table["words"])
    surnames = table["surnames"]["characters"]
    for title in table["surnames"]["titles"].split():
        forms |= {f"{surname}{title}": f"{surname}{plain(title)}" for surname in surnames}
    forms |= dict(_name_people(names.people, surnames, plain))
    forms |= dict(_name_places(names.places, plain))
    forms |= dict(names.forms)
    # Who writes a form in the content itself gets that one.
    forms = {form: form for form in forms.values()} | forms
    convert = _open(Path(standard.config), forms, table["characters"])
    return lru_cache(maxsize=4096)(lambda text: convert(text) if _HAN.search(text) else text)


def _name_people(
    people: tuple[str, ...], surnames: str, plain: Convert
) -> Iterator[tuple[str, str]]:
    for name in people:
        if name[0] in surnames and 1 < len(name) <= _LONGEST_PERSON:
            yield name, name[0] + plain(name[1:])


def _name_places(places: tuple[str, ...], plain: Convert) -> Iterator[tuple[str, str]]:
    """Yield places whose 里 is a lane, and their beginnings up to it: 丰裕里小区, 丰裕里."""
    for name in places:
        ends = {found.end() for found in re.finditer(_LANE, name)} - {1}
        for end in ends and {*ends, len(name)}:
            yield name[:end], _keep_lanes(name[:end], plain)


def _keep_lanes(name: str, plain: Convert) -> str:
    return plain(name).replace(_INSIDE, _LANE)


def _open(standard: Path, forms: dict[str, str], characters: dict[str, str]) -> Convert:
    """Return a conversion as the file `standard` configures it, with `forms` before its words.

    `characters` are replaced, and `forms` kept, where it chooses between forms of a character.
    """
    from opencc import OpenCC  # noqa: PLC0415

    configuration = json.loads(standard.read_text(encoding="utf-8"))
    words = {"type": "inline", "entries": forms}
    kept = {"type": "inline", "entries": {form: form for form in forms.values()} | characters}
    spelling, variants = configuration["conversion_chain"]
    configuration["segmentation"]["dict"]["dicts"].insert(0, words)
    spelling["dict"]["dicts"][0]["dicts"].insert(0, words)
    variants["dict"]["dicts"].insert(0, kept)
    with TemporaryDirectory() as folder:
        own = Path(folder) / standard.name
        own.write_text(json.dumps(_locate(configuration, standard.parent)), encoding="utf-8")
        convert: Convert = OpenCC(str(own)).convert
    return convert


def _locate(part: Any, folder: Path) -> Any:
    """Return a part of a configuration with its dictionaries as absolute paths."""
    if isinstance(part, list):
        return [_locate(each, folder) for each in part]
    if not isinstance(part, dict) or part.get("type") == "inline":
        return part
    return {
        key: str(folder / value) if key == "file" else _locate(value, folder)
        for key, value in part.items()
    }


@cache
def simplified_forms() -> dict[str, str]:
    """Return the simplified form of every character that has one, for finding either by either.

    Characters of the Basic Multilingual Plane alone: one unit of UTF-16 stands for one. Kept in the
    user's cache folder, for each of the three conversions takes OpenCC as long as a page takes us.
    """
    one, other = recall_table(f"opencc-{find_version('opencc')}.txt", _collect_forms).split("\n")
    return dict(zip(one, other, strict=True))


def _collect_forms() -> str:
    """Return a line of forms, and a line of what they are in simplified characters."""
    from opencc import OpenCC  # noqa: PLC0415 - see above

    # One to a line, so that no word is seen.
    every = "\n".join(map(chr, range(0x3400, 0xA000)))
    forms: dict[str, str] = {}
    for name in ("tw2s", "hk2s", "t2s"):
        found = zip(every.split("\n"), OpenCC(name).convert(every).split("\n"), strict=True)
        forms |= {one: other for one, other in found if one != other and other <= "\uffff"}
    return "\n".join(("".join(forms), "".join(forms.get(form, form) for form in forms.values())))
