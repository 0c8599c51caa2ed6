"""How it behaves, what it cannot do, and how to keep it on the home screen."""

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from interview_exit import routes
from interview_exit.bridge import ledger, session, telephone, update
from interview_exit.components.devices.standing import standing_line
from interview_exit.components.shared.frame import frame
from interview_exit.components.shared.link import link
from interview_exit.pwa.names import NOTICES
from interview_exit.words.texts import about, labels


def switch(key: str, label: str) -> rx.Component:
    """Return one setting that is on or off."""
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=ledger.settings[key].bool(),
            on_change=ledger.set_switch(key),
            name=key,
        ),
        label,
        class_name="switch",
    )


def select(key: str, label: str, options: dict[str, str]) -> rx.Component:
    """Return one setting with a few values."""
    return rx.el.label(
        label,
        rx.el.select(
            *[rx.el.option(text, value=value) for value, text in options.items()],
            value=ledger.settings[key].to_string(),
            on_change=session.set_number(key),
            name=key,
        ),
    )


def number_to_call() -> rx.Component:
    """Return the number to call, kept on this device and called from one screen alone."""
    return rx.el.label(
        about.TEL,
        rx.el.input(
            type="tel",
            name="tel",
            key=ledger.settings["tel"],
            default_value=telephone.refused | ledger.settings["tel"].to(str),
            auto_complete="off",
            on_blur=telephone.set_tel,
            aria_invalid=rx.cond(telephone.refused, "true", "false"),
            aria_describedby="fault-tel",
        ),
        rx.el.span(about.TEL_HINT, class_name="hint"),
        rx.cond(telephone.refused, rx.el.span(about.TEL_REFUSED, id="fault-tel", class_name="fault"), rx.fragment()),
    )


def settings() -> rx.Component:
    """Return the settings; they hold from the next tap on."""
    return rx.el.div(
        switch("discreet", about.DISCREET),
        select("pauseSeconds", about.PAUSE_SECONDS, about.PAUSE_CHOICES),
        select("coverSeconds", about.COVER_SECONDS, about.COVER_CHOICES),
        switch("ticks", about.TICKS),
        switch("shortcuts", about.SHORTCUTS),
        number_to_call(),
        class_name="fields",
    )


def installing() -> rx.Component:
    """Offer the neutral names before installing, since a name cannot change afterwards."""
    return rx.fragment(
        rx.el.p(about.INSTALL),
        rx.el.div(
            *[
                rx.el.button(
                    name,
                    type="button",
                    class_name="choice",
                    aria_pressed=rx.cond(update.identity == identity, "true", "false"),
                    on_click=update.choose_identity(identity),
                )
                for identity, name in about.IDENTITIES.items()
            ],
            class_name="chips",
        ),
        rx.cond(
            update.installable,
            rx.el.button(about.INSTALL_NOW, type="button", class_name="boxed", on_click=update.install),
            rx.el.p(about.INSTALL_BY_HAND, class_name="quiet"),
        ),
    )


def licences() -> rx.Component:
    """Return the way to the notices; they are a file, and rx.el.a() would look for a page of the app there."""
    return ReactRouterLink.create(about.LICENCES, to=f"/{NOTICES}", reload_document=True, class_name="control")


def about_page() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.BACK, routes.LIVE), class_name="head start"),
        rx.el.h1(labels.ABOUT_TITLE),
        *[rx.el.p(line) for line in about.WHAT],
        rx.el.h2(labels.SETTINGS),
        settings(),
        rx.el.h2(labels.INSTALL_TITLE),
        rx.cond(update.standalone, rx.el.p(about.INSTALLED), installing()),
        rx.el.h2(labels.LIMITS_TITLE),
        rx.el.ul(*[rx.el.li(line) for line in about.LIMITS], class_name="plain"),
        rx.el.h2(labels.DATA_TITLE),
        *[rx.el.p(line) for line in about.DATA],
        standing_line(),
        rx.el.p(about.VERSION, class_name="quiet"),
        rx.el.div(licences(), class_name="head start"),
        screen="about",
    )
