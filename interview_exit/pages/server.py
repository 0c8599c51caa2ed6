"""What the server sees: the privacy promise, inspectable."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.sync import ServerContents
from interview_exit.components import Part
from interview_exit.components.devices.standing import retention
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import server as texts


def fact(name: str, value: Part, hint: str) -> rx.Component:
    """Return one thing that the server holds."""
    return rx.el.div(rx.el.dt(name), rx.el.dd(value), rx.el.dd(hint, class_name="quiet"), class_name="fact")


def facts() -> rx.Component:
    """Return everything that it holds."""
    return rx.el.dl(
        fact(texts.LIVE, rx.el.span(ServerContents.live), texts.LIVE_HINT),
        fact(texts.ERASED, rx.el.span(ServerContents.erased), texts.ERASED_HINT),
        fact(texts.SIZE, rx.el.span(ServerContents.bytes), texts.SIZE_HINT),
        fact(texts.CHANGES, rx.el.span(ServerContents.seq), texts.CHANGES_HINT),
        fact(texts.NAME, rx.el.code(ServerContents.vault), texts.NAME_HINT),
        fact(texts.SAMPLE, rx.el.code(ServerContents.sample), texts.SAMPLE_HINT),
        class_name="facts",
    )


def hindrance() -> rx.Component:
    """Return why there is no answer, and the way to ask for another one."""
    return rx.el.div(
        rx.el.p(
            rx.el.span(rx.match(ServerContents.fault, *texts.FAULTS.items(), texts.FAULT)),
            f" {texts.STOPPED}",
            role="status",
        ),
        rx.el.button(texts.AGAIN, type="button", class_name="boxed", on_click=ServerContents.again()),
        class_name="unanswered",
    )


def asking() -> rx.Component:
    """Return that there is no answer yet."""
    return rx.el.div(rx.el.p(texts.ASKING, role="status"), class_name="unanswered")


def answer() -> rx.Component:
    """Return what the server has answered."""
    return rx.el.section(
        rx.cond(
            ServerContents.known,
            rx.fragment(facts(), rx.el.p(texts.OPEN), retention(ServerContents.retention, texts.RETENTION)),
            rx.cond(ServerContents.fault != "", hindrance(), asking()),
        ),
        aria_label=texts.TITLE,
    )


def server() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(texts.BACK, routes.DEVICES), class_name="head start"),
        fault_notice(),
        rx.el.h1(texts.TITLE),
        rx.el.p(texts.WHAT),
        rx.match(
            ServerContents.phase,
            ("off", rx.el.p(texts.OFF, role="status")),
            ("paused", rx.el.p(texts.PAUSED, role="status")),
            ("open", answer()),
            rx.fragment(),
        ),
        rx.el.h2(texts.CANNOT_TITLE),
        rx.el.p(texts.CANNOT),
        screen="server",
        class_name="page server parted",
    )
