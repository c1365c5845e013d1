"""Festivals, solar terms and holidays by their English names, for pages that are not Chinese."""

from generator.schedule.english_words import FESTIVALS

_NAMES = {chinese: english for english, chinese in FESTIVALS.items()} | {
    "清明节": "Qingming Festival",
    "国庆节、中秋节": "National Day and Mid-Autumn Festival",
}


def translate_occasion(name: str, language: str) -> str:
    """Return an occasion's name in `language`: `zh`, or English for anything else.

    A name that is not known, such as one from the site's own calendar, stays as it is.
    """
    return name if language == "zh" else _NAMES.get(name, name)
