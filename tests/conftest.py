"""Hypothesis: new examples on a developer's machine, the same ones every time in CI."""

import os

from hypothesis import HealthCheck, settings

# A machine that happens to be busy is no fault of the code.
QUIET = [HealthCheck.too_slow]
settings.register_profile("explore", deadline=None, suppress_health_check=QUIET)
settings.register_profile(
    "ci", deadline=None, suppress_health_check=QUIET, derandomize=True, max_examples=50
)
settings.load_profile("ci" if os.environ.get("CI") else "explore")
