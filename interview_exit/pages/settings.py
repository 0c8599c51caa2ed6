"""All settings, each with what it does; the home screen; and the ways to what is kept apart."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.app import Update
from interview_exit.bridge.doorway import CHECKED, VALUE
from interview_exit.bridge.live import Live, Session
from interview_exit.bridge.prepare import EmergencyNumber
from interview_exit.components.devices.standing import standing_line
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import labels
from interview_exit.words.texts import settings as texts


def hint(key: str, text: str) -> rx.Component:
    """Return what a setting does; it is read after the setting's name, and not as part of it."""
    return rx.el.p(text, id=f"hint-{key}", class_name="hint quiet")


def switch(key: str, label: str, told: str) -> rx.Component:
    """Return one setting that is on or off."""
    box = rx.el.input(
        type="checkbox",
        checked=Live.settings[key].bool(),
        on_change=Live.setting(key, CHECKED),
        name=key,
        aria_describedby=f"hint-{key}",
    )
    return rx.el.div(rx.el.label(box, label, class_name="switch"), hint(key, told), class_name="setting on-off")


def select(key: str, label: str, options: dict[str, str], told: str) -> rx.Component:
    """Return one setting with a few values."""
    choice = rx.el.select(
        *[rx.el.option(text, value=value) for value, text in options.items()],
        value=Live.settings[key].to_string(),
        on_change=Session.set_number(key, VALUE),
        name=key,
        aria_describedby=f"hint-{key}",
    )
    return rx.el.div(rx.el.label(rx.el.span(label), choice), hint(key, told), class_name="setting")


def number_to_call() -> rx.Component:
    """Return the number to call, kept on this device and called from one screen alone."""
    field = rx.el.input(
        type="tel",
        name="tel",
        key=Live.settings["tel"],
        default_value=EmergencyNumber.refused | Live.settings["tel"].to(str),
        auto_complete="off",
        on_blur=EmergencyNumber.set_tel(VALUE),
        aria_invalid=rx.cond(EmergencyNumber.refused, "true", "false"),
        aria_describedby="fault-tel hint-tel",
    )
    fault = rx.el.p(texts.TEL_REFUSED, id="fault-tel", class_name="fault")
    return rx.el.div(
        rx.el.label(rx.el.span(texts.TEL), field),
        rx.cond(EmergencyNumber.refused, fault, rx.fragment()),
        hint("tel", texts.TEL_HINT),
        class_name="setting",
    )


def group(title: str, *settings: rx.Component) -> rx.Component:
    """Return settings that belong together."""
    return rx.el.section(rx.el.h2(title), rx.el.div(*settings, class_name="fields"))


def identity(id: str, name: str) -> rx.Component:
    """Return one name to install under."""
    return rx.el.button(
        name,
        type="button",
        class_name="choice",
        aria_pressed=rx.cond(Update.identity == id, "true", "false"),
        on_click=Update.choose_identity(id),
    )


def installing() -> rx.Component:
    """Offer the neutral names before installing, since a name cannot change afterwards."""
    return rx.fragment(
        rx.el.p(texts.INSTALL),
        rx.el.div(*[identity(id, name) for id, name in texts.IDENTITIES.items()], class_name="chips"),
        rx.cond(
            Update.installable,
            rx.el.button(texts.INSTALL_NOW, type="button", class_name="boxed", on_click=Update.install()),
            rx.el.p(texts.INSTALL_BY_HAND, class_name="quiet"),
        ),
    )


def not_kept() -> rx.Component:
    """Return why there is nothing to install here, and what to do."""
    return rx.fragment(rx.el.p(labels.INSECURE), rx.el.p(texts.NO_SECURE_ADDRESS, class_name="quiet"))


def home_screen() -> rx.Component:
    """Return the way onto the home screen."""
    return rx.el.section(
        rx.el.h2(texts.INSTALL_TITLE),
        rx.cond(Update.standalone, rx.el.p(texts.INSTALLED), rx.cond(Update.secure, installing(), not_kept())),
    )


def way(title: str, told: str, to: str) -> rx.Component:
    """Return the way to what is kept apart."""
    return link(
        rx.fragment(rx.el.span(title), rx.el.span(told, class_name="quiet")), to, class_name="control standing-line"
    )


def ways_on() -> rx.Component:
    """Return the ways to what has a page of its own."""
    return rx.el.nav(
        standing_line(),
        way(texts.DATA, texts.DATA_HINT, routes.DATA),
        way(texts.ABOUT, texts.ABOUT_HINT, routes.ABOUT),
        aria_label=texts.MORE,
        class_name="ways-on",
    )


def settings_page() -> rx.Component:
    """Return the page; what is set holds from the next tap on."""
    return frame(
        rx.el.div(link(labels.BACK, routes.LIVE), class_name="head start"),
        fault_notice(),
        rx.el.h1(labels.SETTINGS),
        rx.el.div(
            group(
                texts.SCREEN,
                switch("discreet", texts.DISCREET, texts.DISCREET_HINT),
                switch("lineStays", texts.LINE_STAYS, texts.LINE_STAYS_HINT),
                select("coverSeconds", texts.COVER_SECONDS, texts.COVER_CHOICES, texts.COVER_HINT),
                switch("coverHint", texts.COVER_LINE, texts.COVER_LINE_HINT),
                switch("shortcuts", texts.SHORTCUTS, texts.SHORTCUTS_HINT),
            ),
            group(
                texts.PAUSE,
                select("pauseSeconds", texts.PAUSE_SECONDS, texts.PAUSE_CHOICES, texts.PAUSE_HINT),
                switch("ticks", texts.TICKS, texts.TICKS_HINT),
            ),
            group(texts.SAFETY, number_to_call()),
            home_screen(),
            class_name="settings",
        ),
        ways_on(),
        screen="settings",
        class_name="page parted",
    )
