"""How it behaves, what it cannot do, and how to keep it on the home screen."""

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink

from interview_exit import routes
from interview_exit.bridge.app import Update
from interview_exit.bridge.doorway import CHECKED, VALUE
from interview_exit.bridge.live import Live, Session
from interview_exit.bridge.prepare import EmergencyNumber
from interview_exit.components.devices.standing import standing_line
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.pwa.names import NOTICES
from interview_exit.words.texts import about, labels


def switch(key: str, label: str) -> rx.Component:
    """Return one setting that is on or off."""
    return rx.el.label(
        rx.el.input(
            type="checkbox",
            checked=Live.settings[key].bool(),
            on_change=Live.setting(key, CHECKED),
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
            value=Live.settings[key].to_string(),
            on_change=Session.set_number(key, VALUE),
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
            key=Live.settings["tel"],
            default_value=EmergencyNumber.refused | Live.settings["tel"].to(str),
            auto_complete="off",
            on_blur=EmergencyNumber.set_tel(VALUE),
            aria_invalid=rx.cond(EmergencyNumber.refused, "true", "false"),
            aria_describedby="fault-tel",
        ),
        rx.el.span(about.TEL_HINT, class_name="hint"),
        rx.cond(
            EmergencyNumber.refused, rx.el.span(about.TEL_REFUSED, id="fault-tel", class_name="fault"), rx.fragment()
        ),
    )


def settings() -> rx.Component:
    """Return the settings; they hold from the next tap on."""
    return rx.el.div(
        switch("discreet", about.DISCREET),
        select("pauseSeconds", about.PAUSE_SECONDS, about.PAUSE_CHOICES),
        select("coverSeconds", about.COVER_SECONDS, about.COVER_CHOICES),
        switch("coverHint", about.COVER_HINT),
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
                    aria_pressed=rx.cond(Update.identity == identity, "true", "false"),
                    on_click=Update.choose_identity(identity),
                )
                for identity, name in about.IDENTITIES.items()
            ],
            class_name="chips",
        ),
        rx.cond(
            Update.installable,
            rx.el.button(about.INSTALL_NOW, type="button", class_name="boxed", on_click=Update.install()),
            rx.el.p(about.INSTALL_BY_HAND, class_name="quiet"),
        ),
    )


def not_kept() -> rx.Component:
    """Return why there is nothing to install here, and what to do."""
    return rx.fragment(rx.el.p(labels.INSECURE), rx.el.p(about.NO_SECURE_ADDRESS, class_name="quiet"))


def licences() -> rx.Component:
    """Return the way to the notices; they are a file, and rx.el.a() would look for a page of the app there."""
    return ReactRouterLink.create(about.LICENCES, to=f"/{NOTICES}", reload_document=True, class_name="control")


def about_page() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.BACK, routes.LIVE), class_name="head start"),
        fault_notice(),
        rx.el.h1(labels.ABOUT_TITLE),
        *[rx.el.p(line) for line in about.WHAT],
        rx.el.h2(labels.SETTINGS),
        settings(),
        rx.el.h2(labels.INSTALL_TITLE),
        rx.cond(Update.standalone, rx.el.p(about.INSTALLED), rx.cond(Update.secure, installing(), not_kept())),
        rx.el.h2(labels.LIMITS_TITLE),
        rx.el.ul(*[rx.el.li(line) for line in about.LIMITS], class_name="plain"),
        rx.el.h2(labels.DATA_TITLE),
        *[rx.el.p(line) for line in about.DATA],
        standing_line(),
        rx.el.p(about.VERSION, class_name="quiet"),
        rx.el.div(licences(), class_name="head start"),
        screen="about",
    )
