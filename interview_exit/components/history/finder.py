"""Looking for past interviews: words, filters, and what is set as chips."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.doorway import VALUE
from interview_exit.bridge.history import InterviewList, Option
from interview_exit.components import Item, Part
from interview_exit.components.shared.link import link
from interview_exit.words.texts import history as texts
from interview_exit.words.texts import labels


def search() -> rx.Component:
    """Return the field for words."""
    return rx.el.label(
        rx.el.span(texts.SEARCH, class_name="sr"),
        rx.el.input(
            type="search",
            value=InterviewList.query,
            on_change=InterviewList.type(VALUE),
            placeholder=texts.SEARCH_HINT,
            auto_complete="off",
            spell_check=False,
            dir="auto",
            name="search",
            custom_attrs={"data-search": "", "enterkeyhint": "search"},
        ),
        class_name="search",
    )


def word_for(by: str | rx.Var[str], label: rx.Var[str]) -> Part:
    """Return what a value is called; an interview without an end, or a name, has none of its own."""
    return rx.cond(label, label, rx.cond(by == "ended", labels.NOT_CLOSED, labels.NO_COMPANY))


def option(by: str, each: Item) -> rx.Component:
    """Return one value of a filter, with how many there would be."""
    blank = labels.NOT_CLOSED if by == "ended" else labels.NO_COMPANY
    named = rx.cond(each["label"], each["label"].to(str), blank).to(str)
    return rx.el.option(named + " (" + each["count"].to_string() + ")", value=each["id"], key=each["id"])


def one_filter(by: str, label: str) -> rx.Component:
    """Return one filter."""
    return rx.el.label(
        label,
        rx.el.select(
            rx.el.option(texts.ANY, value=""),
            rx.foreach(InterviewList.options[by].to(list[Option]), lambda each: option(by, each)),
            value=InterviewList.filters[by],
            on_change=InterviewList.choose(by, VALUE),
            name=by,
        ),
    )


def filters() -> rx.Component:
    """Return all filters."""
    return rx.cond(
        InterviewList.filtering,
        rx.el.div(
            *[one_filter(by, label) for by, label in texts.BY.items()], class_name="fields filters", id="filters"
        ),
        rx.fragment(),
    )


def filter_switch() -> rx.Component:
    """Return the control that shows the filters, and hides them."""
    return rx.el.button(
        texts.FILTER,
        type="button",
        class_name="boxed",
        aria_expanded=rx.cond(InterviewList.filtering, "true", "false"),
        aria_controls="filters",
        on_click=InterviewList.toggle_filters(),
    )


def chip(each: Item) -> rx.Component:
    """Return one filter that is set; a tap takes it away."""
    return rx.el.li(
        rx.el.button(
            rx.el.span(f"{texts.REMOVE}: ", class_name="sr"),
            rx.el.span(word_for(each["by"], each["label"]), dir="auto"),
            rx.el.span(" ×", aria_hidden="true"),
            type="button",
            class_name="boxed",
            on_click=InterviewList.choose(each["by"], ""),
        ),
        key=each["by"],
    )


def card_way() -> rx.Component:
    """Return the way to all about the company that is looked for."""
    return rx.cond(
        InterviewList.filters["company"],
        rx.el.li(
            link(texts.COMPANY_CARD, f"{routes.CARD}#" + InterviewList.filters["company"], class_name="control quiet")
        ),
        rx.fragment(),
    )


def chips() -> rx.Component:
    """Return what is set, and the way to be rid of all of it."""
    return rx.cond(
        InterviewList.seeking,
        rx.el.ul(
            rx.foreach(InterviewList.chips, chip),
            rx.el.li(rx.el.button(texts.CLEAR, type="button", class_name="quiet", on_click=InterviewList.clear())),
            card_way(),
            class_name="chips set",
        ),
        rx.fragment(),
    )


def finder() -> rx.Component:
    """Return all there is to look for interviews with."""
    return rx.el.div(
        rx.el.div(search(), filter_switch(), class_name="seek"), filters(), chips(), class_name="finder", role="search"
    )
