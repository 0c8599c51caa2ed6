"""The content security policy of one built page.

Reflex and React Router write a few inline scripts into every prerendered page. Each is named in the policy by its
hash, so that nothing else that ever gets into the page can run: no 'unsafe-inline', no 'unsafe-eval'. The policy is
the page's own `<meta>`, since the hashes differ from page to page and a page must stay protected when it comes from
the offline cache, a plain file server or a mirror.
No text becomes HTML or a script, and no address one that is run, but the worker's, which the app has to make a
`TrustedScriptURL` by a policy of that name (Trusted Types): the framework needs none once a page is prerendered.
"""

import base64
import hashlib
from html.parser import HTMLParser

# Emotion writes its rules through the CSSOM into style elements that it leaves empty, which needs the hash of "".
EMPTY = ""


class InlineCode(HTMLParser):
    """Collects what a page would run or apply without loading it from anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.style_attributes: list[str] = []
        self.handlers: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes, and open a new text where a script or a style begins."""
        given = dict(attrs)
        self.style_attributes += [value or "" for name, value in attrs if name == "style"]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self._open = self._collection(tag, given)
        if self._open is not None:
            self._open.append("")

    def handle_data(self, data: str) -> None:
        """Add to the text that is open; the parser may hand it over in several pieces."""
        if self._open is not None:
            self._open[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Close the text."""
        if tag in {"script", "style"}:
            self._open = None

    def _collection(self, tag: str, given: dict[str, str | None]) -> list[str] | None:
        if tag == "script" and "src" not in given:
            return self.scripts
        return self.styles if tag == "style" else None


def policy(html: str) -> str:
    """Return the policy under which this page works, and nothing more.

    Raises:
        ValueError: If the page has inline event handlers, which no hash can allow safely.
    """
    inline = InlineCode()
    inline.feed(html)
    if inline.handlers:
        msg = f"inline event handlers cannot be allowed: {sorted(set(inline.handlers))}"
        raise ValueError(msg)
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *hashes(inline.scripts)],
        "style-src": ["'self'", *hashes([*inline.styles, EMPTY])],
        "style-src-attr": ["'unsafe-hashes'", *hashes(inline.style_attributes)] if inline.style_attributes else [],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "frame-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["worker"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items() if sources)


def hashes(texts: list[str]) -> list[str]:
    """Return the texts' hashes as a policy spells them, each once, in a stable order."""
    digests = (hashlib.sha256(text.encode()).digest() for text in dict.fromkeys(texts))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
