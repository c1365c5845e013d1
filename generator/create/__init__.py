"""Help before the mistake: whole sites, single files and editors' schemas, ready to be filled in.

| module | from | to |
|---|---|---|
| `shapes` | a record of the model | its fields, and what may be written in each |
| `guide` | the data files in `templates/`, a day | explanations, examples and samples |
| `comments` | a record, a sample, a guide | YAML with a comment for every field |
| `schema` | a record | JSON Schema for editors |
| `kinds`, `owners`, `places`, `item` | a kind and a title | one new file of it, where it belongs |
| `site` | five answers and a day | the files of a whole site |
| `review_draft` | a board and a year | its review, with counts and what is behind them |
| `renewal` | a site of an earlier version | its schemas made anew, unless changed by hand |
| `files` | such files | the same on the disk; nothing is ever overwritten |

`templates/` has a folder for each language; a site's own language decides which is used.
Field names come from the model alone, so that no template can name a field that does not exist.
"""

from generator.create.files import LinkError, NewFile, write_files
from generator.create.guide import Guide
from generator.create.item import Wish, make_item
from generator.create.kinds import KINDS, Kind, find_kind, known_words
from generator.create.owners import find_owner, list_committees
from generator.create.renewal import compare_schemas, renew_schemas
from generator.create.review_draft import Drafted, ReviewDraft, draft_review
from generator.create.schema import make_schemas
from generator.create.site import Answers, make_site, speech_of, take_url

__all__ = [
    "KINDS",
    "Answers",
    "Drafted",
    "Guide",
    "Kind",
    "LinkError",
    "NewFile",
    "ReviewDraft",
    "Wish",
    "compare_schemas",
    "draft_review",
    "find_kind",
    "find_owner",
    "known_words",
    "list_committees",
    "make_item",
    "make_schemas",
    "make_site",
    "renew_schemas",
    "speech_of",
    "take_url",
    "write_files",
]
