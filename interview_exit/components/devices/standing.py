"""How sync stands, in a line and in full; always visible, and honest."""

from typing import Any

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from interview_exit import routes
from interview_exit.bridge.sync import Status
from interview_exit.components.shared.link import link
from interview_exit.words.texts import devices as texts


def status_label() -> rx.Component:
    """Return the status in a few words."""
    return rx.fragment(rx.match(Status.status, *texts.STATUSES.items(), ""))


def how_many() -> rx.Component:
    """Return what waits, if anything does."""
    return rx.cond(
        Status.waiting > Status.stuck,
        rx.el.span(" · ", (Status.waiting - Status.stuck).to_string(), f" {texts.WAITING}"),
        rx.fragment(),
    )


def standing_line() -> rx.Component:
    """Return the way to the page about other devices, with how sync stands."""
    return link(
        rx.fragment(
            rx.el.span(texts.LINK),
            rx.el.span(
                rx.cond(
                    Status.on,
                    rx.fragment(status_label(), how_many()),
                    rx.cond(Status.ready, texts.OFF, ""),
                ),
                class_name="quiet",
            ),
        ),
        routes.DEVICES,
        class_name="control standing-line",
    )


def fault_text(fault: rx.Var[str], at: rx.Var[str]) -> rx.Component:
    """Return what went wrong and what to do."""
    told = {
        code: text for code, text in texts.FAULTS.items() if code not in {"words-unknown", "check-wrong", "words-count"}
    }
    return rx.fragment(
        rx.match(
            fault,
            *[
                (code, rx.fragment(f"{texts.WORD} ", at, f" {texts.FAULTS[code]}"))
                for code in ("words-unknown", "check-wrong")
            ],
            ("words-count", rx.fragment(f"{texts.FAULTS['words-count']} ", at, ".")),
            *[(code, rx.fragment(text)) for code, text in told.items()],
            rx.fragment(texts.FAULT),
        )
    )


def sign_in(fault: rx.Var[str]) -> rx.Component:
    """Return the way to what asks people to sign in, where that may be what is wrong."""
    # rx.el.a() would look for a page of the app at this address.
    way = ReactRouterLink.create(texts.SIGN_IN, to=routes.SIGN_IN, reload_document=True, class_name="control boxed")
    return rx.fragment(
        rx.match(fault, *[(code, rx.fragment(" ", way)) for code in texts.SIGN_IN_FAULTS], rx.fragment())
    )


def hindrance() -> rx.Component:
    """Return why it is not in step, and whether that needs anybody."""
    return rx.cond(
        Status.status == "failed",
        rx.fragment(
            rx.el.p(
                fault_text(Status.reason, rx.Var.create("")),
                rx.match(Status.reason, *[(code, "") for code in texts.WAITING_FOR_YOU], f" {texts.GOES_ON}"),
                class_name="fault",
            ),
            sign_in(Status.reason),
        ),
        rx.fragment(),
    )


def counted(count: Any, text: str) -> rx.Component:  # noqa: ANN401, a number's Var has operators that its base lacks
    """Return a remark about so many records, if there are any."""
    return rx.cond(count > 0, rx.el.p(count.to_string(), f" {text}", class_name="quiet"), rx.fragment())


def progress() -> rx.Component:
    """Return how far it has come."""
    return rx.fragment(
        rx.cond(Status.received > 0, rx.el.span(Status.received.to_string(), f" {texts.RECEIVED}"), ""),
        rx.cond(
            Status.to_send > 0,
            rx.el.span(Status.sent.to_string(), f" {texts.SENT_OF} ", Status.to_send.to_string()),
            "",
        ),
    )


def doubt() -> rx.Component:
    """Say that the server shows less than there is, or that nobody can tell."""
    told = [(shown, rx.el.p(text, class_name="fault", role="alert")) for shown, text in texts.SHOWN.items()]
    return rx.fragment(rx.match(Status.shown, *told, rx.fragment()))


def retention(months: Any, how: str) -> rx.Component:  # noqa: ANN401, a number's Var has operators that its base lacks
    """Say when the server deletes what nobody uses, if it does."""
    told = rx.el.p(texts.RETENTION[0], months.to_string(), f"{texts.RETENTION[1]} {how}", class_name="quiet")
    return rx.cond(months > 0, told, rx.fragment())


def standing_card() -> rx.Component:
    """Return how sync stands, what hinders it, and what to do."""
    return rx.el.section(
        rx.el.div(
            rx.el.p(
                status_label(),
                rx.cond((Status.status == "synced") & (Status.at != ""), f" {texts.SINCE} " + Status.at, ""),
                role="status",
            ),
            rx.el.p(rx.cond(Status.status == "syncing", progress(), how_many()), class_name="quiet amounts"),
            hindrance(),
            rx.cond(
                (Status.status == "waiting") & (Status.reason == "quiet"),
                rx.el.p(texts.QUIET, class_name="quiet"),
                rx.fragment(),
            ),
            class_name="stack",
        ),
        counted(Status.stuck, texts.STUCK),
        counted(Status.unopened, texts.UNOPENED),
        counted(Status.refused, texts.REFUSED),
        doubt(),
        rx.cond(Status.resent, rx.el.p(texts.RESENT, class_name="quiet"), rx.fragment()),
        retention(Status.retention, texts.RETENTION_HOW),
        class_name="standing",
        custom_attrs={"data-status": Status.status},
    )
