"""`linli check`: every mistake of a site, nothing written."""

import argparse
import json

from generator.build import check_site, read_site
from generator.commands.report import count, to_json, to_text
from generator.commands.terminal import language_of, today_in
from generator.messages import say
from generator.problems import Severity


def run_check(options: argparse.Namespace) -> int:
    """Print the problems of a site; 1 if one of them is an error."""
    reading = read_site(options.site)
    language = language_of(reading, options.lang)
    problems = check_site(reading, options.today or today_in(reading))
    if options.format == "json":
        print(json.dumps([to_json(p, language) for p in problems], ensure_ascii=False, indent=2))
    elif problems:
        print(to_text(problems, options.site, language))
        print("\n" + say("summary-found", language, count(problems)).message)
    else:
        print(say("summary-clean", language).message)
    return int(any(problem.severity is Severity.ERROR for problem in problems))
