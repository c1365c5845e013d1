"""Before: a text that is to be published. After: where it gives away what belongs to one person.

| module | finds |
|---|---|
| `plain` | the text as a reader takes it: NFKC, without what nobody sees, with the way back |
| `numbers` | numbers of identity cards, bank cards, mobile telephones and vehicles |
| `addresses` | home addresses, WeChat, QQ, e-mail |
| `persons` | a resident by name, and beside it health, hardship or a sentence served |
| `lists` | tables that name people beside their telephone, address, age or health |
| `scan` | all of these in a text, and the whole of it quickly where there is nothing |
| `mask` | what may stand in the place of what was found |

`words` holds the vocabulary. Nothing here reads a file or reports a problem: `read` looks at what
it reads, and `check` knows which telephone numbers are public.
"""

from generator.privacy.finding import ERRORS, NEVER_PUBLIC, Finding, Kind
from generator.privacy.lists import find_lists, is_list_name, may_head_list
from generator.privacy.mask import mask, mask_text
from generator.privacy.persons import find_title
from generator.privacy.scan import is_any_personal, scan_text

__all__ = [
    "ERRORS",
    "NEVER_PUBLIC",
    "Finding",
    "Kind",
    "find_lists",
    "find_title",
    "is_any_personal",
    "is_list_name",
    "mask",
    "mask_text",
    "may_head_list",
    "scan_text",
]
