"""Fixtures that every test may use, grouped by what they stand for.

| module               | fixtures                                                       |
|----------------------|----------------------------------------------------------------|
| `support/browsers.py`| `playwright`, `chromium`, `cold_start`                         |
| `support/devices.py` | `phone`, `desktop`, `axe`                                      |
| `support/candidate.py`| `candidate`: a person with the phone, and what they do and see   |
| `support/underground.py` | `underground`: the candidate, prepared and without a signal   |
| `support/preparing.py` | `preparing`: the same, who opens the page for preparing        |
| `support/site.py`    | `site`: the production build, served as `make run` serves it   |
| `support/proxy.py`   | `counting_proxy`: in front of the site, counts and can be cut  |
| `support/modules.py` | `modules_page`: first-party JavaScript driven raw              |
| `support/node.py`   | `node_page`: the same without a browser, for what is pure        |
| `support/talkative.py`| `talkative`: a site of one's own that says all it can, on either database |
| `support/cluster.py` | `cluster`: a private PostgreSQL; `backend`: either database's name |
| `support/webkit.py`  | `minibrowser`: WebKitGTK, the engine of every iPhone           |
"""

pytest_plugins = [
    "tests.support.browsers",
    "tests.support.cluster",
    "tests.support.devices",
    "tests.support.candidate",  # imports the one before
    "tests.support.modules",
    "tests.support.node",
    "tests.support.proxy",
    "tests.support.site",
    "tests.support.talkative",
    "tests.support.underground",
    "tests.support.preparing",  # imports the one before
    "tests.support.webkit",
]
