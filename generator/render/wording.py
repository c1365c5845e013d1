"""The words of a theme in another language than its own, from gettext catalogues.

A theme is written in Chinese, and its words are their own keys: `_('往期')` stays as it is on a
Chinese site. `locale/en.po` of the theme has the English for each. Words that are missing there
stay Chinese rather than stop a build; for Linli's own themes a test wants all of them.
"""

import gettext
from io import BytesIO
from pathlib import Path

OWN_LANGUAGE = "zh"


def find_translations(theme: Path, language: str) -> gettext.NullTranslations:
    """Return the translations of a theme's words into `language`, a BCP 47 tag.

    Those of the whole tag are preferred to those of its first part (`en-GB.po`, `en.po`).
    Raises OSError for a catalogue that cannot be read, and babel's PoFileError for a wrong one.
    """
    if is_own(language):
        return gettext.NullTranslations()
    for name in (language, _primary(language)):
        catalogue = theme / "locale" / f"{name}.po"
        if catalogue.is_file():
            return _read_catalogue(catalogue)
    return gettext.NullTranslations()


def is_own(language: str) -> bool:
    """Tell whether a BCP 47 tag is of the language in which themes are written."""
    return _primary(language) == OWN_LANGUAGE


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _read_catalogue(path: Path) -> gettext.GNUTranslations:
    # Only sites that are not Chinese need the library.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with path.open(encoding="utf-8") as source:
        catalogue = read_po(source, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
