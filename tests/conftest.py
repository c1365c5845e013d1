"""Hypothesis: new examples on a developer's machine, the same ones every time in CI."""

import os

from hypothesis import HealthCheck, settings

EXAMPLES = 50
"""For each property; what was searched longer by hand stands as a case or an `@example`."""
# A machine that happens to be busy is no fault of the code.
QUIET = [HealthCheck.too_slow]
settings.register_profile(
    "explore", deadline=None, suppress_health_check=QUIET, max_examples=EXAMPLES
)
settings.register_profile("ci", settings.get_profile("explore"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "explore")
