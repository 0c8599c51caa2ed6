"""What is shown instead of a page that fails; nobody hears of it.

Reflex's own boundary shows the error's message, which may hold a candidate's words, and in an app with a State sends it
to the server. Ours shows a notice that every page brings along as plain HTML: it reads no record and needs no module,
since either may be what failed.
"""

from html import escape

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary

from interview_exit import routes
from interview_exit.bridge import failure
from interview_exit.rules.verdict import VerdictId
from interview_exit.words import phrases
from interview_exit.words.scripts import SCRIPTS
from interview_exit.words.slots import resolve
from interview_exit.words.texts import labels

SAID: tuple[VerdictId, ...] = ("leave_now", "wrap_up", "clear_air")
"""The verdicts whose words the notice has: to leave, to end it kindly, to ask."""


def mishap(stateful: bool) -> rx.Component:
    """Return the boundary around every page."""
    return ErrorBoundary.create(on_error=rx.noop(), fallback_render=failure.shown)


def notice() -> str:
    """Return what stands in a failed page: the way to the flags, the words, and the cover, which cover.js works."""
    return (
        '<div class="root" data-screen="failed"><div data-behind-cover><main class="page">'
        f"<h1>{escape(labels.MISHAP)}</h1><p data-kept>{escape(labels.MISHAP_KEPT)}</p>"
        f'<div class="row">{_way_on()}</div>{_words()}</main></div>{_notepad()}</div>'
    )


def _way_on() -> str:
    # Not the router's link: the address would change, and the failed page stay.
    return (
        f'<a class="control boxed" href="{routes.LIVE}">{escape(labels.MISHAP_AGAIN)}</a>'
        f'<button type="button" class="boxed" data-put-up>{escape(labels.COVER)}</button>'
    )


def _words() -> str:
    shorts = [resolve(SCRIPTS[phrases.WORDS[verdict].short].text, ()) for verdict in SAID]
    said = "".join(f"<p>{escape(short)}</p>" for short in shorts)
    return f'<details class="part"><summary>{escape(labels.TO_SAY)}</summary><div class="fields">{said}</div></details>'


def _notepad() -> str:
    return (
        f'<section class="cover" data-cover aria-label="{escape(labels.PAD)}"><div class="head"><h1>'
        f'<button type="button" class="pad-title" data-uncover>{escape(labels.PAD)}'
        f'<span class="sr">{escape(labels.PAD_UNCOVER)}</span></button></h1></div>'
        '<textarea name="pad" autocomplete="off" spellcheck="false" '
        f'aria-label="{escape(labels.PAD_FIELD)}"></textarea>'
        f'<p class="quiet">{escape(labels.PAD_HINT)}</p></section>'
    )
