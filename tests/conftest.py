"""Fixtures that every test may use, grouped by what they stand for.

`tests/support/` holds them: browsers and devices, the built site, and the raw browser modules.
"""

pytest_plugins = [
    "tests.support.browsers",
    "tests.support.modules",
]
