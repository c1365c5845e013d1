"""Schemas of an existing site after an upgrade: renewed, unless somebody has changed them."""

import hashlib
import json
from pathlib import Path, PurePosixPath

from generator.create.files import NewFile
from generator.create.guide import Guide
from generator.create.schema import SEAL, Schema, make_schemas
from generator.frozen import Frozen

SCHEMA_FOLDER = "schemas"


class SchemaState(Frozen):
    """The schemas that differ from this version's: those to renew, and those changed by hand."""

    old: tuple[NewFile, ...] = ()
    changed: tuple[PurePosixPath, ...] = ()


def compare_schemas(site: Path, guide: Guide) -> SchemaState:
    """Return which schemas of a site are not this version's; none if it has no folder of them."""
    if not (site / SCHEMA_FOLDER).is_dir():
        return SchemaState()
    old, changed = [], []
    for file in make_schema_files(guide):
        place = site / file.path
        if not place.exists() or (place.read_bytes() != file.data() and _is_sealed(place)):
            old.append(file)
        elif place.read_bytes() != file.data():
            changed.append(file.path)
    return SchemaState(tuple(old), tuple(changed))


def renew_schemas(site: Path, guide: Guide) -> SchemaState:
    """Renew the old schemas of a site, and return what the state was before."""
    state = compare_schemas(site, guide)
    for file in state.old:
        place = site / file.path
        temporary = place.with_name(f".linli-{place.name}.tmp")
        temporary.unlink(missing_ok=True)  # of a run that was killed; a link is not followed
        with temporary.open("xb") as output:
            output.write(file.data())
        temporary.replace(place)
    return state


def make_schema_files(guide: Guide) -> list[NewFile]:
    """Return the schemas of all kinds of files, each sealed with a digest of itself."""
    return [
        NewFile(PurePosixPath(SCHEMA_FOLDER, f"{kind}.json"), _seal(text))
        for kind, text in make_schemas(guide).items()
    ]


def _seal(text: str) -> str:
    schema: Schema = json.loads(text)
    return json.dumps({SEAL: _digest(schema), **schema}, ensure_ascii=False, indent=1) + "\n"


def _is_sealed(place: Path) -> bool:
    """Tell whether a file is as some version of Linli has made it."""
    try:
        schema = json.loads(place.read_text("utf-8-sig"))
    except ValueError:
        return False
    return isinstance(schema, dict) and schema.pop(SEAL, None) == _digest(schema)


def _digest(schema: Schema) -> str:
    text = json.dumps(schema, ensure_ascii=False, sort_keys=True)
    return f"linli {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
