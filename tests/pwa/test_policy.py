"""A page's policy allows what the build put there, and nothing else."""

import base64
import hashlib
import re

import pytest

from interview_exit.pwa.policy import policy


def sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def directive(html: str, name: str) -> str:
    found = re.search(rf"(?:^|; ){name} ([^;]*)", policy(html))
    return found[1] if found else ""


def test_inline_scripts_are_named_by_their_hash() -> None:
    html = "<head><script>one('<b>')</script><script type=module async>two && 2</script></head>"
    assert directive(html, "script-src") == " ".join(["'self'", sha256("one('<b>')"), sha256("two && 2")])


def test_scripts_from_files_need_no_hash() -> None:
    assert directive('<script src="/a.js"></script>', "script-src") == "'self'"


def test_a_script_that_occurs_twice_is_named_once() -> None:
    assert directive("<script>a</script><script>a</script>", "script-src").count("sha256") == 1


def test_styles_and_style_attributes_are_named_too() -> None:
    html = '<style>a{}</style><p style="color: red">&amp;</p>'
    assert sha256("a{}") in directive(html, "style-src")
    assert directive(html, "style-src-attr") == f"'unsafe-hashes' {sha256('color: red')}"


def test_nothing_unsafe_is_ever_allowed() -> None:
    page = policy("<script>a</script><style>b</style>")
    assert "unsafe-inline" not in page
    assert "unsafe-eval" not in page
    for forbidden in ("object-src", "base-uri", "form-action", "frame-src"):
        assert f"{forbidden} 'none'" in page


def test_inline_handlers_stop_the_build() -> None:
    with pytest.raises(ValueError, match="onclick"):
        policy('<button onclick="go()">')
