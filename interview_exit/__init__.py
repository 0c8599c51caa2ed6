"""A quiet companion for a job candidate whose interview is going wrong, or nowhere.

Python runs when the app is built: it holds the flags, the rules and the words, works out the answer to every situation
there can be, and compiles those answers into the page. On the phone a few small JavaScript modules look answers up and
keep what was tapped; they decide nothing, and need no network. The server, when there is one, orders and stores sealed
records. No name, word, time or verdict of a candidate ever crosses to it in the clear.
"""

import time

# The one place of it: pyproject.toml, the About page, /healthz and the release read it here.
__version__ = "0.1.0"
# Every program of the project imports this first.
BEGAN = time.monotonic()
