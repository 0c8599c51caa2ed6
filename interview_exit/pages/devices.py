"""Other devices: off until asked for, one step at a time, and always honest about how it stands."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.app import Update
from interview_exit.bridge.doorway import VALUE, Action
from interview_exit.bridge.sync import Devices, PhraseReveal, Status
from interview_exit.components import Item
from interview_exit.components.devices.pairing import show_code, under_way
from interview_exit.components.devices.standing import fault_text, hindrance, sign_in, standing_card
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.held import held
from interview_exit.components.shared.link import link
from interview_exit.components.shared.unfolding import section
from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import labels, server


def button(label: str, on_click: Action, class_name: str = "boxed") -> rx.Component:
    """Return a button that waits while something is under way, or nobody knows yet whether sync is on."""
    waits = Devices.busy | ~Status.ready
    return rx.el.button(label, type="button", disabled=waits, class_name=class_name, on_click=on_click)


def fault() -> rx.Component:
    """Say what went wrong with what was just asked for, and what did not come about."""
    return rx.fragment(
        rx.el.p(
            rx.cond(Devices.fault, fault_text(Devices.fault, Devices.at.to_string()), ""),
            rx.match(Devices.undone, *[(asked, f" {text}") for asked, text in texts.UNDONE.items()], ""),
            class_name="fault",
            role="alert",
        ),
        sign_in(Devices.fault),
    )


def word_list(words: rx.Var[list[str]]) -> rx.Component:
    """Return twelve words in their order."""
    return rx.el.ol(
        rx.foreach(words, lambda word, place: rx.el.li(word, key=place)),
        class_name="twelve",
        # As a property of its own it would pass for a style.
        custom_attrs={"translate": "no"},
    )


def shown_words() -> rx.Component:
    """Return the step that shows new words."""
    return rx.fragment(
        rx.el.h1(texts.WORDS_TITLE),
        rx.el.p(rx.cond(Status.on, texts.NEW_WORDS_WHY, texts.WORDS_WHY), class_name="quiet"),
        word_list(Devices.words),
        rx.el.div(
            button(texts.WRITTEN, Devices.ask_back(), "inked"),
            button(texts.NOT_NOW, Devices.cancel()),
            class_name="choices",
        ),
    )


def asked_word(place: rx.Var[int]) -> rx.Component:
    """Return the field for one word."""
    return rx.el.label(
        f"{texts.WORD} ",
        place.to_string(),
        rx.el.input(
            on_change=Devices.answer(place, VALUE),
            auto_complete="off",
            auto_capitalize="none",
            spell_check=False,
            name="word",
        ),
        key=place,
    )


def asked_back() -> rx.Component:
    """Return the step that asks for three of the words."""
    return rx.fragment(
        rx.el.h1(texts.CHECK_TITLE),
        rx.el.div(rx.foreach(Devices.asked, asked_word), class_name="fields"),
        fault(),
        rx.el.div(
            button(texts.PROVE, Devices.prove(), "inked"),
            button(texts.SHOW_AGAIN, Devices.show_again()),
            button(texts.NOT_NOW, Devices.cancel()),
            class_name="choices",
        ),
    )


def typing() -> rx.Component:
    """Return the step that takes the words of another device."""
    return rx.fragment(
        rx.el.h1(texts.JOIN_TITLE),
        rx.el.p(texts.JOIN_DANGER, class_name="warning"),
        rx.el.div(
            rx.el.label(
                texts.JOIN_FIELD,
                rx.el.textarea(
                    on_change=Devices.type_words(VALUE),
                    auto_complete="off",
                    auto_capitalize="none",
                    spell_check=False,
                    name="words",
                    rows=4,
                ),
            ),
            rx.el.p(texts.JOIN_HINT, class_name="quiet"),
            class_name="fields",
        ),
        joining(texts.JOIN, Devices.join()),
    )


def joining(label: str, on_click: Action) -> rx.Component:
    """Return the last part of joining, with how far it has come."""
    return rx.fragment(
        fault(),
        rx.el.div(button(label, on_click, "inked"), button(texts.NOT_NOW, Devices.cancel()), class_name="choices"),
        rx.cond(Devices.busy, standing_card(), rx.fragment()),
    )


def ways_in() -> rx.Component:
    """Return how to begin: with new words, or with those of another device."""
    return rx.el.div(
        button(texts.SWITCH_ON, Devices.make_words(), "inked"),
        button(texts.HAVE_WORDS, Devices.ask_words()),
        class_name="choices",
    )


def off() -> rx.Component:
    """Return what it is, for whoever has not asked for it."""
    return rx.fragment(
        rx.el.h1(texts.TITLE),
        rx.el.p(texts.WHAT),
        rx.el.p(texts.KEY),
        rx.cond(Status.ready, rx.fragment(), hindrance()),
        fault(),
        rx.cond(Update.secure, ways_in(), rx.el.p(texts.FAULTS["insecure"], class_name="warning")),
        rx.el.div(moving(), class_name="parts"),
        honest(),
    )


def adding() -> rx.Component:
    """Return the ways to add a device: by a code and a number, or by this device's words."""
    return section(
        texts.ADD,
        texts.ADD_HINT,
        rx.el.p(texts.ADD_HOW),
        show_code(),
        rx.el.p(texts.ADD_WORDS),
        rx.el.p(texts.ADD_DANGER, class_name="warning"),
        rx.cond(
            PhraseReveal.words.length() > 0,
            rx.fragment(
                word_list(PhraseReveal.words),
                rx.el.p(texts.HIDES_BY_ITSELF, class_name="quiet", role="status"),
                button(texts.HIDE, PhraseReveal.hide()),
            ),
            held("words", texts.SHOW, texts.SHOW_ONCE_MORE),
        ),
        rx.cond(
            PhraseReveal.failed, rx.el.p(texts.FAULTS["words-missing"], class_name="fault", role="alert"), rx.fragment()
        ),
    )


def moving() -> rx.Component:
    """Return how to take everything along into the installed app."""
    return section(texts.MOVE, texts.MOVE_HINT, rx.el.p(texts.MOVE_HOW))


def changing() -> rx.Component:
    """Return the part that changes the words."""
    return section(
        texts.CHANGE,
        texts.CHANGE_HINT,
        rx.el.p(texts.CHANGE_HOW),
        held("renew", texts.CHANGE_NOW, texts.CHANGE_ONCE_MORE),
    )


def stopping() -> rx.Component:
    """Return the ways to leave."""
    return section(
        texts.STOP,
        texts.STOP_HINT,
        rx.el.p(texts.STOP_HOW),
        button(texts.STOP_KEEP, Devices.leave(False)),
        button(texts.STOP_DELETE, Devices.leave(True)),
    )


def late_row(late: Item) -> rx.Component:
    """Return what came for one erased interview."""
    return rx.el.li(
        rx.el.span(late["day"], " · ", late["entries"].to_string(), f" {texts.ENTRIES}"),
        button(texts.KEEP, Devices.keep_late(late["id"])),
        button(texts.ERASE, Devices.erase_late(late["id"])),
        key=late["id"],
    )


def late() -> rx.Component:
    """List what was written to erased interviews, until somebody decides."""
    return rx.cond(
        Devices.late.length() > 0,
        rx.el.section(
            rx.el.h2(texts.LATE),
            rx.el.p(texts.LATE_WHY, class_name="quiet"),
            rx.el.ul(rx.foreach(Devices.late, late_row), class_name="late"),
        ),
        rx.fragment(),
    )


def honest() -> rx.Component:
    """Return what no words can promise."""
    return rx.fragment(
        rx.el.h2(texts.HONEST_TITLE), rx.el.ul(*[rx.el.li(line) for line in texts.HONEST], class_name="plain")
    )


def asked_code() -> rx.Component:
    """Return the field for the code that the server wants before it takes a new history."""
    return rx.el.div(
        rx.el.label(
            texts.JOIN_CODE,
            rx.el.input(
                on_change=Devices.type_code(VALUE),
                auto_complete="off",
                auto_capitalize="none",
                spell_check=False,
                name="code",
            ),
        ),
        button(texts.GIVE_CODE, Devices.give_code(), "inked"),
        class_name="fields",
    )


def on() -> rx.Component:
    """Return how it stands, and all that can be done about it."""
    return rx.fragment(
        rx.el.h1(texts.TITLE),
        standing_card(),
        rx.cond(Status.reason == "code_needed", asked_code(), rx.fragment()),
        fault(),
        rx.el.div(
            button(texts.NOW, Devices.sync_now()),
            rx.cond(Status.reason == "vault_gone", button(texts.HAVE_WORDS, Devices.ask_words()), rx.fragment()),
            class_name="choices",
        ),
        late(),
        rx.el.div(adding(), moving(), changing(), stopping(), class_name="parts"),
        honest(),
        link(server.TITLE, routes.SERVER, class_name="boxed"),
    )


def vault() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.BACK, routes.HISTORY), class_name="head start"),
        fault_notice(),
        under_way(
            rx.match(
                Devices.step,
                ("words", shown_words()),
                ("check", asked_back()),
                ("join", typing()),
                rx.cond(Status.on, on(), off()),
            )
        ),
        screen="vault",
        class_name="page vault parted",
    )
