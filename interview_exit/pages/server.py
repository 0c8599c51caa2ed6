"""What the server sees: the privacy promise, inspectable.

Links from here load the next page anew, which closes the connection that this page alone may open (design: "the
socket").
"""

import reflex as rx

from interview_exit import routes
from interview_exit.client import seen
from interview_exit.components import Part
from interview_exit.components.frame import frame
from interview_exit.pages.server_state import Seen
from interview_exit.texts import server as texts


def fact(name: str, value: Part, hint: str) -> rx.Component:
    """Return one thing that the server holds."""
    return rx.el.div(rx.el.dt(name), rx.el.dd(value), rx.el.dd(hint, class_name="quiet"), class_name="fact")


def facts() -> rx.Component:
    """Return everything that it holds; what changes is fetched."""
    return rx.el.dl(
        fact(texts.LIVE, rx.el.span(Seen.live), texts.LIVE_HINT),
        fact(texts.ERASED, rx.el.span(Seen.erased), texts.ERASED_HINT),
        fact(texts.SIZE, rx.el.span(Seen.size), texts.SIZE_HINT),
        fact(texts.CHANGES, rx.el.span(seen.fetched(Seen.changes)), texts.CHANGES_HINT),
        fact(texts.NAME, rx.el.code(seen.vault), texts.NAME_HINT),
        fact(texts.SAMPLE, rx.el.code(Seen.sample), texts.SAMPLE_HINT),
        class_name="facts",
    )


def ask_again(text: Part | str) -> rx.Component:
    """Return what hinders an answer, and the way to ask for another one."""
    again = rx.el.button(texts.AGAIN, type="button", class_name="boxed", on_click=Seen.look(seen.vault, seen.auth))
    return rx.fragment(rx.el.p(text, role="status"), again)


def asking() -> rx.Component:
    """Return that there is no answer yet; the server is asked as soon as this is on the page.

    At first, and again when what it had answered was lost with the connection.
    """
    return rx.el.div(ask_again(texts.ASKING), on_mount=Seen.look(seen.vault, seen.auth))


def answer() -> rx.Component:
    """Return what the server has answered."""
    refused = rx.match(Seen.refused, *texts.REFUSED.items(), texts.REFUSED_ELSE)
    return rx.el.section(
        rx.cond(
            Seen.known,
            facts(),
            rx.cond(Seen.refused != "", ask_again(refused), asking()),
        ),
        rx.el.p(texts.OPEN),
        aria_label=texts.TITLE,
    )


def server() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(rx.el.a(texts.BACK, href=routes.DEVICES, class_name="control"), class_name="head start"),
        rx.el.h1(texts.TITLE),
        rx.el.p(texts.WHAT),
        rx.match(
            seen.phase,
            ("off", rx.el.p(texts.OFF, role="status")),
            ("paused", rx.el.p(texts.PAUSED, role="status")),
            ("open", answer()),
            rx.fragment(),
        ),
        rx.el.h2(texts.CANNOT_TITLE),
        rx.el.p(texts.CANNOT),
        screen="server",
        class_name="page server",
    )
