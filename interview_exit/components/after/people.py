"""People to know again: role, initials, one cue. Nothing else is asked, here or anywhere (M19)."""

import reflex as rx

from interview_exit.bridge.after import People
from interview_exit.bridge.doorway import VALUE
from interview_exit.components import Item
from interview_exit.components.shared.unfolding import section
from interview_exit.rules import limits
from interview_exit.words.texts import debrief as texts


def detail(person: Item, key: str, label: str, most: int) -> rx.Component:
    """Return one field about a person; it saves when left."""
    return rx.el.label(
        label,
        rx.el.input(
            default_value=person[key],
            on_blur=People.write(person["id"], key, VALUE),
            max_length=most,
            auto_complete="off",
            auto_capitalize="characters" if key == "initials" else "none",
            spell_check=False,
            dir="auto",
            name=f"person-{key}",
        ),
        class_name=key,
    )


def person_row(person: Item) -> rx.Component:
    """Return the three fields of one person."""
    return rx.el.li(
        detail(person, "role", texts.PERSON_ROLE, 60),
        detail(person, "initials", texts.PERSON_INITIALS, limits.INITIALS),
        detail(person, "cue", texts.PERSON_CUE, 120),
        rx.cond(
            (person["role"] != "") | (person["initials"] != "") | (person["cue"] != ""),
            rx.el.button(texts.REMOVE, type="button", class_name="quiet", on_click=People.remove(person["id"])),
            rx.fragment(),
        ),
        class_name="person",
        key=person["id"],
    )


def removed() -> rx.Component:
    """Offer to put back the one who was removed last."""
    return rx.cond(
        People.removed,
        rx.el.p(
            texts.REMOVED,
            rx.el.button(texts.PUT_BACK, type="button", on_click=People.put_back()),
            class_name="quiet",
            role="status",
        ),
        rx.fragment(),
    )


def people_part() -> rx.Component:
    """Return the part of the debrief that is about people."""
    return section(
        texts.PEOPLE,
        rx.match(
            People.count,
            (0, ""),
            (1, texts.PEOPLE_COUNT["one"]),
            People.count.to_string() + f" {texts.PEOPLE_COUNT['more']}",
        ),
        rx.el.p(texts.PEOPLE_WHY, class_name="quiet"),
        rx.el.ul(rx.foreach(People.rows, person_row), class_name="people"),
        removed(),
        rx.cond(
            People.adding,
            rx.fragment(),
            rx.el.button(texts.ANOTHER, type="button", class_name="boxed", on_click=People.another()),
        ),
    )
