"""Settings of the property tests: the first example compiles the lexicon's patterns, so no example has a deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("transforms", deadline=None)
settings.load_profile("transforms")
