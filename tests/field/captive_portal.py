"""A captive portal: for a while every request is answered by somebody else than the site.

Any journey can be run behind it: browse `portal.url` instead of the site, and let it come up at any moment:

    with CaptivePortal(site) as portal:
        page.goto(portal.url)
        portal.come_up("redirect")                          # now, for everything
        portal.come_up("page", after=10)                    # from the tenth request on
        portal.come_up("page", when=lambda path: path.endswith(".css"))
        portal.go()                                         # somebody has accepted the terms

Ways that portals have: `page` (200, HTML), `cached` (the same, and it may be stored for a day), `redirect` (302 to a
page on another origin), `detour` (302 to a page on this one), `required` (511, as RFC 6585 wants it), `hangup` (the
connection breaks off: what a browser sees of a portal that has no certificate), `disguised` (200 and HTML that claims
to be what was asked for).
"""

from collections.abc import Callable
from mimetypes import guess_type

from tests.field.front import Answer, Asked, Front, Hangup

TERMS = b"<!doctype html><title>Guest Wi-Fi</title><h1>Welcome</h1><form><button>Accept the terms</button></form>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
LOGIN = "/portal/login"
OTHER_ORIGIN = f"http://127.0.0.1:9{LOGIN}"
WAYS = ("page", "cached", "redirect", "detour", "required", "hangup", "disguised")


class CaptivePortal(Front):
    """The site, until the portal comes up; `shown` is how often it has answered."""

    def __init__(self, target: str) -> None:
        super().__init__(target, self._answer)
        self.shown = 0
        self.go()

    def come_up(self, way: str = "page", *, when: Callable[[str], bool] = lambda _: True, after: int = 0) -> None:
        """Answer in the site's place, in one of `WAYS`: paths for which `when` is true, after a number of requests."""
        assert way in WAYS
        self._when, self._way, self._after = when, way, len(self.asked) + after

    def go(self) -> None:
        """Let everything through."""
        self.come_up(when=lambda _: False)

    def _answer(self, asked: Asked) -> Answer | None:
        if asked.path == LOGIN:
            return Answer(200, TERMS, HTML)
        if len(self.asked) <= self._after or not self._when(asked.path):
            return None
        self.shown += 1
        return portal_answer(self._way, asked.path)


def portal_answer(way: str, path: str) -> Answer:
    """Return what a portal answers to a path."""
    if way == "hangup":
        raise Hangup
    if way in {"redirect", "detour"}:
        return Answer(302, b"", {"Location": OTHER_ORIGIN if way == "redirect" else LOGIN})
    if way == "required":
        return Answer(511, TERMS, HTML)
    if way == "disguised":
        return Answer(200, TERMS, {"Content-Type": guess_type(path)[0] or "text/html"})
    return Answer(200, TERMS, HTML | ({"Cache-Control": "max-age=86400"} if way == "cached" else {}))
