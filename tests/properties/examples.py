"""How many examples a property is tried with, by HYPOTHESIS_PROFILE.

`quick` in `make test`, `thorough` in `make properties`.
"""

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=200, deadline=None)
settings.register_profile("thorough", max_examples=2_000, deadline=None)

EXAMPLES = settings.get_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
