"""What is added to every built page: its policy, its head tags, and what it says without JavaScript.

The tags go into the built file and not through the framework's head components. React draws into an element of the
body (mount.py), so that nothing in the head can be undone by hydration: no other identity's manifest either.
"""

import json
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from interview_exit.pwa.manifest import APPLE_TOUCH, FAVICON, FAVICON_VECTOR, Colours, Identity
from interview_exit.pwa.names import icon_path, manifest_path
from interview_exit.pwa.policy import policy

FRAMEWORK_VIEWPORT = "width=device-width, initial-scale=1"
VIEWPORT = f"{FRAMEWORK_VIEWPORT}, viewport-fit=cover"
# Words for a bad moment are chosen with care, in the language of the interview. Browsers keep to this without asking.
UNTRANSLATED = ' translate="no" class="notranslate"'
# The character set must stand in a page's first 1024 bytes, so it goes before the policy's long list of hashes.
HEAD_START = re.compile(r'<head>(<meta charset="?[\w-]+"?\s*/?>)?', re.IGNORECASE)

# Errors of scripts don't bubble, so it listens on the way down. One that arrived, of whatever kind, is proof enough.
AT_HOME = """addEventListener("error", async ({target}) => {
  if (!(target instanceof HTMLScriptElement) || navigator.serviceWorker?.controller) return;
  const answer = await fetch("/sw.js", {method: "HEAD"}).catch(() => null);
  if (!answer || answer.ok && /javascript/.test(answer.headers.get("content-type"))) return;
  if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done));
  const said = document.createElement("p");
  said.textContent = TEXT;
  document.body.replaceChildren(said);
}, true)"""


def widen_viewport(document: str) -> str:
    """Let the page reach under a phone's notch, where safe-area insets then keep text out of it.

    Changed in the framework's source and not in the built page, since hydration would write its own tag again.

    Raises:
        ValueError: If the framework no longer writes the tag as expected.
    """
    if FRAMEWORK_VIEWPORT not in document:
        msg = f"no viewport {FRAMEWORK_VIEWPORT!r} in Reflex's document: adapt FRAMEWORK_VIEWPORT in {__name__}"
        raise ValueError(msg)
    return document.replace(FRAMEWORK_VIEWPORT, VIEWPORT)


def dress_pages(
    static_dir: Path, identities: Sequence[Identity], colours: Colours, unseen: str, elsewhere: str = ""
) -> None:
    """Complete every HTML file of the built site.

    Args:
        static_dir: The built site.
        identities: The names to offer; the first one's manifest is linked.
        colours: For the browser's own bars.
        unseen: HTML that begins every body and is not shown by itself.
        elsewhere: What to say, alone, where the site's own scripts can't be found.
    """
    head = head_tags(identities, colours) + at_home(elsewhere)
    for file in sorted(static_dir.rglob("*.html")):
        file.write_text(dress(file.read_text(encoding="utf-8"), head, unseen), encoding="utf-8")


def dress(html: str, head: str, unseen: str) -> str:
    """Return one page with everything added, the policy last, since it covers what was added before."""
    html = html.replace("</head>", f"{head}</head>", 1).replace("<html", f"<html{UNTRANSLATED}", 1)
    html = re.sub(r"<body[^>]*>", lambda body: f"{body[0]}{unseen}", html, count=1)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return HEAD_START.sub(lambda start: f"<head>{start[1] or ''}{tag}", html, count=1)


def head_tags(identities: Sequence[Identity], colours: Colours) -> str:
    """Return the tags that make the page installable and colour the bars around it."""
    default = identities[0]
    return "".join(
        [
            _manifest(identities),
            f'<link rel="icon" type="image/svg+xml" href="{icon_path(default.id, FAVICON_VECTOR)}">',
            f'<link rel="icon" type="image/png" sizes="32x32" href="{icon_path(default.id, FAVICON)}">',
            f'<link rel="apple-touch-icon" sizes="180x180" href="{icon_path(default.id, APPLE_TOUCH)}">',
            f'<meta name="apple-mobile-web-app-title" content="{escape(default.short_name)}">',
            _meta("mobile-web-app-capable", "yes"),
            _meta("apple-mobile-web-app-capable", "yes"),
            _meta("apple-mobile-web-app-status-bar-style", "default"),
            _meta("application-name", default.short_name),
            _meta("format-detection", "telephone=no"),
            _meta("google", "notranslate"),
            _meta("color-scheme", "light dark"),
            _theme(colours.light, "light"),
            _theme(colours.dark, "dark"),
        ]
    )


def at_home(elsewhere: str) -> str:
    """Return a script that tells of a page below a prefix, where everything it asks for is somebody else's.

    Such a page looks whole, and no tap does anything. What belongs to a page is at the root of its origin, so a script
    that is not there although it is in the page means that the page is somewhere else, as long as there is a network;
    without one, or in the middle of an update, the worker has them all.
    """
    return f"<script>{AT_HOME.replace('TEXT', json.dumps(elsewhere))}</script>" if elsewhere else ""


def without_javascript(noscript: str) -> str:
    """Return a `noscript` that shows its text and hides the rest of the page, whose buttons would do nothing."""
    if not noscript:
        return ""
    return f"<noscript><style>body>:not(noscript){{display:none}}</style>{noscript}</noscript>"


def _manifest(identities: Sequence[Identity]) -> str:
    """Return the link. The one fetch that leaves cookies and passwords out unless told: a proxy may ask for them."""
    link = f'rel="manifest" crossorigin="use-credentials" href="{manifest_path(identities[0].id)}"'
    return f'<link {link} data-identities="{escape(_offers(identities))}">'


def kept_for_failure(notice: str) -> str:
    """Return what a page shows when it has failed; until then it is neither shown nor run nor read aloud."""
    return f'<template id="failure">{notice}</template>' if notice else ""


def _offers(identities: Sequence[Identity]) -> str:
    """Return what the browser needs to swap identities, so that its code knows neither names nor paths."""
    return json.dumps({identity.id: _offer(identity) for identity in identities}, separators=(",", ":"))


def _offer(identity: Identity) -> dict[str, str]:
    return {
        "manifest": manifest_path(identity.id),
        "icons": icon_path(identity.id, ""),
        "title": identity.short_name,
    }


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'


def _theme(colour: str, scheme: str) -> str:
    return f'<meta name="theme-color" content="{escape(colour)}" media="(prefers-color-scheme: {scheme})">'
