"""Adding a device by a code, one step at a time: on the device that gives, and on the one that joins."""

import reflex as rx

from interview_exit.bridge.doorway import VALUE, Action
from interview_exit.bridge.sync import Pairing, Status
from interview_exit.components import Part
from interview_exit.components.devices.standing import fault_text, hindrance, standing_card
from interview_exit.components.shared.held import held
from interview_exit.words.texts import labels
from interview_exit.words.texts import pairing as texts


def button(label: str, on_click: Action, class_name: str = "boxed") -> rx.Component:
    """Return a button."""
    return rx.el.button(label, type="button", class_name=class_name, on_click=on_click)


def choices(*buttons: rx.Component) -> rx.Component:
    """Return what can be done, one below the other."""
    return rx.el.div(*buttons, class_name="choices")


def stop() -> rx.Component:
    """Return the way out."""
    return button(texts.STOP, Pairing.stop())


def show_code() -> rx.Component:
    """Return the way to show a code."""
    return held("code", texts.SHOW, texts.SHOW_AGAIN)


def fault() -> rx.Component:
    """Say what went wrong."""
    told = rx.cond(Pairing.fault, fault_text(Pairing.fault, rx.Var.create("")), "")
    return rx.el.p(told, class_name="fault", role="alert")


def number() -> rx.Component:
    """Return the number, large, and the same on both screens."""
    return rx.el.p(
        Pairing.number.to(str)[:3],
        " ",
        Pairing.number.to(str)[3:],
        class_name="number",
        role="status",
        custom_attrs={"translate": "no"},
    )


def code() -> rx.Component:
    """Return the code, on the device that gives."""
    return rx.fragment(
        rx.el.h1(texts.CODE_TITLE),
        rx.cond(
            Pairing.code,
            rx.el.svg(
                rx.el.path(d=Pairing.code["path"]),
                view_box=Pairing.code["box"],
                class_name="code",
                role="img",
                aria_label=texts.CODE,
            ),
            rx.el.p(texts.ASKING, class_name="quiet", role="status"),
        ),
        rx.el.p(texts.CODE_HOW),
        rx.el.p(texts.CODE_IPHONE, class_name="quiet"),
        choices(stop()),
    )


def number_to_type() -> rx.Component:
    """Return the number that is to be typed on the other device."""
    return rx.fragment(
        rx.el.h1(texts.NUMBER_TITLE), number(), rx.el.p(texts.NUMBER_HOW), rx.el.p(texts.NUMBER_ELSE), choices(stop())
    )


def ask() -> rx.Component:
    """Return the question whether the other device is let in."""
    return rx.fragment(
        rx.el.h1(texts.ASK_TITLE),
        number(),
        rx.el.p(texts.ASK_HOW),
        rx.el.p(texts.ASK_ELSE, class_name="warning"),
        choices(held("allow", texts.ALLOW, texts.ALLOW_AGAIN), stop()),
    )


def given() -> rx.Component:
    """Say that the other device is let in."""
    return rx.fragment(
        rx.el.h1(texts.GIVEN_TITLE), rx.el.p(texts.GIVEN_HOW), choices(button(labels.BACK, Pairing.stop()))
    )


def no_device() -> rx.Component:
    """Say that nothing came of it, on the device that gives."""
    return rx.fragment(rx.el.h1(texts.NO_DEVICE), fault(), choices(show_code(), button(labels.BACK, Pairing.stop())))


def danger() -> rx.Component:
    """Return the question of the joining device, and what is at stake."""
    return rx.fragment(
        rx.el.h1(texts.MEET_TITLE),
        rx.el.p(texts.MEET_DANGER, class_name="warning"),
    )


def meet() -> rx.Component:
    """Return what the joining device says while it looks for the other."""
    asking = rx.el.p(texts.MEETING, class_name="quiet", role="status")
    return rx.fragment(danger(), rx.cond(Status.ready, asking, hindrance()), choices(stop()))


def type_number() -> rx.Component:
    """Return the field for the number that the other screen shows."""
    return rx.fragment(
        danger(),
        rx.el.p(texts.TYPE_ELSE),
        rx.el.div(
            rx.el.label(
                texts.TYPE_FIELD,
                rx.el.input(
                    on_change=Pairing.type_number(VALUE),
                    auto_complete="off",
                    input_mode="numeric",
                    name="number",
                ),
            ),
            class_name="fields",
        ),
        fault(),
        choices(stop(), button(texts.JOIN, Pairing.prove_number())),
    )


def wait() -> rx.Component:
    """Return what is left to be done on the other device."""
    return rx.fragment(rx.el.h1(texts.WAIT_TITLE), number(), rx.el.p(texts.WAIT_HOW), choices(stop()))


def join() -> rx.Component:
    """Return how far joining has come."""
    return rx.fragment(rx.el.h1(texts.JOINING), standing_card())


def not_joined() -> rx.Component:
    """Say that nothing came of it, on the device that was to join."""
    again = rx.cond(Pairing.again, button(texts.TRY_AGAIN, Pairing.try_again(), "inked"), rx.fragment())
    return rx.fragment(rx.el.h1(texts.NOT_JOINED), fault(), choices(again, button(labels.BACK, Pairing.stop())))


def under_way(otherwise: Part) -> Part:
    """Return the step that a pairing is at, or what stands there without one."""
    return rx.match(
        Pairing.step,
        ("code", code()),
        ("number", number_to_type()),
        ("ask", ask()),
        ("given", given()),
        ("no-device", no_device()),
        ("meet", meet()),
        ("type", type_number()),
        ("wait", wait()),
        ("join", join()),
        ("not-joined", not_joined()),
        otherwise,
    )
