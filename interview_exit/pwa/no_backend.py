"""Leaves out of the bundle what Reflex ships for speaking to a backend: this site has none.

`rx.App(enable_state=False)` is what keeps every page from opening a socket; the packages for it are shipped anyway.
"""

STATE = "utils/state.js"
LEFT_OUT = {
    # Called for a socket alone, and no page of an app without a State asks for one.
    'import io from "socket.io-client";': "const io = undefined;",
    # Made when a page is loaded, and asked on behalf of a State alone.
    'import Cookies from "universal-cookie";': "class Cookies {}",
}
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


def no_addresses() -> dict[str, None]:
    """Return what stands in for the addresses of a backend that Reflex would bake into the site."""
    return dict.fromkeys(ADDRESSES)
