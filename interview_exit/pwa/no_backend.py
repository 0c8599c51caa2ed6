"""Leaves out of the bundle what Reflex ships for a backend and for a choice of colours: this site has neither.

`rx.App(enable_state=False)` is what keeps every page from opening a socket; the code for it is shipped anyway, and runs
at each start: it takes up uncaught errors to send them, and notes a colour scheme in the browser's storage.
"""

import re

STATE, ROOT = "utils/state.js", "app/root.jsx"
LEFT_OUT = {
    # Called for a socket alone, and no page of an app without a State asks for one.
    'import io from "socket.io-client";': "const io = undefined;",
    # Made when a page is loaded, and asked on behalf of a State alone.
    'import Cookies from "universal-cookie";': "class Cookies {}",
    # Called for an object that a parent hands to a component with one of that name: no page of ours does.
    'import { mergician } from "mergician";': "const mergician = (...parts) => Object.assign({}, ...parts);",
    # Runs what a State sends. Called by its name, it sees the whole file, and nothing of that can be left out.
    " eval(": " (0, eval)(",
    # Would open a socket ahead of time; the bundler leaves out what nothing else calls.
    'if (typeof window !== "undefined") {\n  queueMicrotask(': "if (false) {\n  queueMicrotask(",
}
CHILDREN = "({ children }) => children"
PROVIDERS = {
    'import {EventLoopProvider,StateProvider} from "$/utils/context"': (
        f"const EventLoopProvider = {CHILDREN}, StateProvider = {CHILDREN};"
    ),
    "import { ThemeProvider } from '$/utils/react-theme';": f"const ThemeProvider = {CHILDREN};",
}
# Everything that components made at runtime may import; it holds whole packages back from being left out.
MADE_GLOBAL = re.compile(
    r"  useEffect\(\(\) => \{\n(?:    //[^\n]*\n)*    window\.__reflex = \{.*?\n  \}, \[\]\);\n", re.DOTALL
)
ADDRESSES = ("PING", "EVENT", "UPLOAD", "AUTH_CODESPACE", "HEALTH", "ALL_ROUTES")


def without_backend(state: str) -> str:
    """Return Reflex's runtime without those packages; Reflex keeps the file, so it may have been here before.

    Raises:
        ValueError: If the runtime no longer imports them as expected.
    """
    for wanted, instead in LEFT_OUT.items():
        if wanted not in state and instead not in state:
            msg = f"no {wanted!r} in Reflex's {STATE}: adapt LEFT_OUT in {__name__}"
            raise ValueError(msg)
        state = state.replace(wanted, instead)
    return state


def without_providers(root: str) -> str:
    """Return the root of all pages without what Reflex puts around them for a State and a theme.

    Raises:
        ValueError: If the root no longer has it as expected.
    """
    root, found = MADE_GLOBAL.subn("", root)
    for wanted, instead in PROVIDERS.items():
        if not found or wanted not in root:
            msg = (
                f"no {wanted!r} or no window.__reflex in Reflex's {ROOT}: adapt PROVIDERS and MADE_GLOBAL in {__name__}"
            )
            raise ValueError(msg)
        root = root.replace(wanted, instead)
    return root


def no_addresses() -> dict[str, None]:
    """Return what stands in for the addresses of a backend that Reflex would bake into the site."""
    return dict.fromkeys(ADDRESSES)
