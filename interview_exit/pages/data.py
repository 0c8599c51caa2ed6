"""One's own data: keeping a copy, bringing it back, and erasing everything."""

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.data import EraseAll, Export, Import
from interview_exit.bridge.doorway import FILES
from interview_exit.components import Part
from interview_exit.components.data.progress import progress
from interview_exit.components.shared.figures import sentence
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.link import link
from interview_exit.words.texts import data as texts
from interview_exit.words.texts import devices as vault
from interview_exit.words.texts import labels


def told(*said: str | Part) -> rx.Component:
    """Say what came of something."""
    return rx.el.p(*said, class_name="told", role="status")


def kept() -> rx.Component:
    """Say what came of making a copy."""
    left = rx.cond(Export.left > 0, rx.fragment(" ", Export.left.to_string(), f" {texts.LEFT}"), "")
    return told(rx.match(Export.told, *texts.TOLD.items(), ""), left)


def keep_part() -> rx.Component:
    """Return the ways to keep a copy, behind a warning: it is about other people as well."""
    return rx.el.section(
        rx.el.h2(texts.KEEP),
        rx.el.p(texts.WARNING, class_name="warning"),
        rx.el.div(
            rx.el.button(texts.KEEP_FILE, type="button", class_name="boxed", on_click=Export.keep_file()),
            rx.el.button(texts.KEEP_TABLE, type="button", class_name="boxed", on_click=Export.keep_table()),
            link(texts.KEEP_PAPER, routes.PRINT, class_name="control boxed"),
            class_name="ways-out",
        ),
        rx.el.p(texts.KEEP_WHAT, class_name="quiet"),
        rx.cond(Export.making, progress(texts.MAKING, Export.share, Export.stop()), rx.fragment()),
        kept(),
    )


def file_field() -> rx.Component:
    """Return the field for the file; it is anew for each, so that the same one can be chosen again."""
    return rx.el.label(
        texts.CHOOSE,
        rx.el.input(
            type="file",
            accept=".json,application/json",
            name="copy",
            on_change=Import.open(FILES),
            key=Import.edition.to_string(),
        ),
        class_name="fields",
    )


def found() -> rx.Component:
    """Return what the file holds, before anything changes."""
    held = Import.found
    counts = {"interviews": held["interviews"].to_string(), "fresh": held["fresh"].to_string()}
    dated = sentence(texts.FOUND, made=held["made"], **counts)
    erased = sentence(texts.FOUND_ERASED, erased=held["erased"].to_string())
    records = sentence(texts.FOUND_RECORDS, records=held["records"].to_string())
    is_news = (held["records"].to(int) > 0) | (held["erased"].to(int) > 0)
    return rx.el.div(
        told(rx.cond(held["made"], dated, sentence(texts.FOUND_UNDATED, **counts))),
        rx.el.p(rx.cond(is_news, records, texts.FOUND_NOTHING), class_name="quiet"),
        rx.cond(held["erased"].to(int) > 0, rx.el.p(erased, class_name="quiet"), rx.fragment()),
        rx.el.div(
            rx.el.button(texts.BRING_IN, type="button", class_name="inked", on_click=Import.bring_in()),
            rx.el.button(texts.LEAVE, type="button", class_name="boxed", on_click=Import.leave()),
            class_name="ways-out",
        ),
        class_name="stack found",
    )


def place() -> rx.Component:
    """Return where in the file the fault is."""
    line = rx.fragment(f"{texts.LINE} ", Import.line.to_string(), ": ")
    record = rx.fragment(f"{texts.RECORD} ", Import.record.to_string(), ": ")
    return rx.cond(Import.line > 0, line, rx.cond(Import.record > 0, record, ""))


def fault() -> rx.Component:
    """Say what is wrong with the file, or with the device, and where."""
    said = rx.match(Import.fault, *texts.FAULTS.items(), texts.FAULTS["storage-failed"])
    return rx.fragment(place(), said, f" {texts.UNCHANGED}")


def restored() -> rx.Component:
    """Say what came of bringing it back."""
    ended = rx.match(Import.step, ("done", texts.DONE), ("stopped", texts.STOPPED), "")
    return told(rx.cond(Import.step == "fault", fault(), ended))


def restore_part() -> rx.Component:
    """Return the way to bring a copy back."""
    return rx.el.section(
        rx.el.h2(texts.RESTORE),
        rx.el.p(texts.RESTORE_WHAT, class_name="quiet"),
        rx.match(
            Import.step,
            ("reading", progress(texts.READING, Import.share, Import.leave())),
            ("writing", progress(texts.WRITING, Import.share, Import.leave())),
            ("found", found()),
            file_field(),
        ),
        restored(),
    )


def hold_to_erase() -> rx.Component:
    """Return the control that is held; two presses in a row do it for whoever cannot hold."""
    return rx.el.button(
        rx.cond(EraseAll.armed, texts.ERASE_AGAIN, texts.ERASE_HOLD),
        rx.el.span(texts.ERASE_HINT, class_name="sr"),
        type="button",
        class_name=["boxed hold", rx.cond(EraseAll.holding, "holding", "")],
        custom_attrs={"data-erase": ""},
    )


def counting() -> rx.Component:
    """Return the seconds in which it can be stopped, and the large way to do that."""
    return rx.el.div(
        rx.el.p(texts.ERASE_SOON, role="status"),
        rx.el.p(EraseAll.left.to_string(), class_name="seconds", aria_hidden="true"),
        rx.el.button(
            texts.ERASE_KEEP,
            type="button",
            class_name="inked",
            on_click=EraseAll.stop(),
            custom_attrs={"data-keep": ""},
        ),
        class_name="stack",
    )


def may_keep() -> rx.Component:
    """Say honestly what erasing cannot reach."""
    return rx.fragment(
        rx.el.h3(texts.MAY_KEEP),
        rx.el.ul(*[rx.el.li(line) for line in texts.KEPT], class_name="plain"),
    )


def erased() -> rx.Component:
    """Say that it is gone."""
    return rx.el.div(
        told(f"{texts.ERASED} {texts.ERASED_TABS}"),
        rx.el.button(texts.BEGIN_ANEW, type="button", class_name="boxed", on_click=EraseAll.begin_anew()),
        class_name="stack",
    )


def not_erased() -> rx.Component:
    """Return the way to begin, and what came of it the last time."""
    refused = rx.match(EraseAll.fault, *texts.ERASE_FAULTS.items(), texts.ERASE_FAULTS["storage-failed"])
    stopped = rx.cond(EraseAll.step == "stopped", texts.ERASE_STOPPED, "")
    return rx.fragment(hold_to_erase(), told(rx.cond(EraseAll.step == "fault", refused, stopped)))


def erase_part() -> rx.Component:
    """Return the end of everything."""
    return rx.el.section(
        rx.el.h2(texts.ERASE),
        rx.el.p(texts.ERASE_WHAT),
        rx.el.p(texts.ERASE_DEVICES, class_name="quiet"),
        link(vault.LINK, routes.DEVICES, class_name="control boxed"),
        rx.match(
            EraseAll.step,
            ("counting", counting()),
            ("erasing", told(texts.ERASING)),
            ("done", erased()),
            not_erased(),
        ),
        may_keep(),
        custom_attrs={"data-erasing": ""},
    )


def data_page() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.HISTORY, routes.HISTORY), class_name="head start"),
        fault_notice(),
        rx.el.h1(texts.TITLE),
        rx.el.p(texts.LEAD, class_name="quiet lead"),
        keep_part(),
        restore_part(),
        erase_part(),
        screen="data",
        class_name="page data parted",
    )
