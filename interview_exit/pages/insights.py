"""What comes up over all interviews: pictures first, the numbers beside them."""

from collections.abc import Sequence

import reflex as rx

from interview_exit import routes
from interview_exit.bridge.history import Insights
from interview_exit.components import Item
from interview_exit.components.shared.duration import duration, fixed_duration
from interview_exit.components.shared.figures import (
    Count,
    Label,
    bar,
    bars,
    figure,
    monthly,
    says,
    sentence,
    share,
    table,
    table_row,
)
from interview_exit.components.shared.frame import fault_notice, frame
from interview_exit.components.shared.glyph import glyph
from interview_exit.components.shared.link import link
from interview_exit.rules import flags
from interview_exit.rules import insights as measures
from interview_exit.rules.taps import StateId
from interview_exit.words import phrases
from interview_exit.words.texts import insights as texts
from interview_exit.words.texts import labels


def marked(kind: str | Label, label: Label) -> rx.Component:
    """Return a label behind the shape of a kind."""
    return rx.fragment(glyph(kind), label)


def count_table(caption: str, head: str, rows: Sequence[tuple[Label, Count]], of: Count) -> rx.Component:
    """Return a table of counts and their shares in the whole."""
    body = [table_row(label, count.to_string(), share(count, of)) for label, count in rows]
    return table(caption, [head, texts.TOTAL, texts.SHARE], body)


def most_flags() -> rx.Component:
    """Return what comes up most."""
    top = Insights.flags[0]
    said = sentence(
        texts.FLAGS_SAY,
        flag=top["label"],
        count=top["count"].to_string(),
        interviews=Insights.interviews.to_string(),
    )

    def row(flag: Item) -> rx.Component:
        return bar(marked(flag["kind"], flag["label"]), flag["count"].to(int), top["count"], key=flag["flag"].to(str))

    def line(flag: Item) -> rx.Component:
        count = flag["count"].to(int)
        label = marked(flag["kind"], flag["label"])
        return table_row(label, count.to_string(), share(count, Insights.interviews), key=flag["flag"].to(str))

    picture = rx.el.ul(rx.foreach(Insights.flags[: measures.MOST_FLAGS], row), class_name="bars")
    numbers = table(
        texts.FLAGS, [texts.FLAG, texts.INTERVIEWS[1].capitalize(), texts.SHARE], rx.foreach(Insights.flags, line)
    )
    return rx.cond(
        Insights.flags.length() > 0,
        figure(texts.FLAGS, says(Insights.interviews, measures.ENOUGH, texts.INTERVIEWS, said), picture, numbers),
        rx.fragment(),
    )


def kinds() -> rx.Component:
    """Return each kind, month by month."""
    last = Insights.months[Insights.months.length() - 1]
    said = sentence(texts.KINDS_SAY, first=Insights.months[0], last=last)
    rows = [
        monthly(marked(kind.id, kind.label), Insights.kinds[place], Insights.kinds_most)
        for place, kind in enumerate(flags.KINDS.values())
    ]

    def line(month: rx.Var[str], place: rx.Var[int]) -> rx.Component:
        counts = [Insights.kinds[kind]["months"][place]["count"].to_string() for kind in range(len(flags.KINDS))]
        return table_row(month, *counts, key=month)

    heads = [texts.MONTH, *[kind.label for kind in flags.KINDS.values()]]
    return figure(
        texts.KINDS,
        rx.el.p(said, class_name="says"),
        rx.el.ul(*rows, class_name="bars"),
        table(texts.KINDS, heads, rx.foreach(Insights.months, line)),
    )


def total(counts: rx.vars.ObjectVar[dict[str, int]], ids: Sequence[str]) -> Count:
    """Return the sum of some counts."""
    return added([counts[each].to(int) for each in ids])


def added(counts: Sequence[Count]) -> Count:
    """Return the sum of one count or more."""
    whole, *rest = counts
    for count in rest:
        whole = whole + count
    return whole


def answers(
    title: str,
    counts: rx.vars.ObjectVar[dict[str, int]],
    rows: dict[str, str],
    what: tuple[str, str],
    said: tuple[str, str, str, Sequence[StateId]],
) -> rx.Component:
    """Return what came of asking.

    Args:
        title: What was done.
        counts: How often each answer was given.
        rows: The answers to draw, with their labels.
        what: What an answer is called, one and many.
        said: The sentence, its name for the answers that it is about, its name for all, and those answers.
    """
    text, some, whole, ids = said
    of = total(counts, list(rows))
    values = {some: total(counts, ids).to_string(), whole: of.to_string()}
    drawn = [(label, counts[state].to(int)) for state, label in rows.items()]
    return figure(
        title,
        says(of, measures.ENOUGH, what, sentence(text, **values)),
        bars(drawn, of),
        count_table(title, texts.ANSWER, drawn, of),
    )


def air() -> rx.Component:
    """Return how often asking cleared the air."""
    said = (texts.AIR_SAY, "cleared", "asked", measures.CLEARED)
    return answers(texts.AIR, Insights.asked, texts.AIR_ROWS, texts.AIR_WHAT, said)


def chance() -> rx.Component:
    """Return what giving them a chance has brought."""
    said = (texts.CHANCE_SAY, "moved", "raised", measures.MOVED)
    return answers(texts.CHANCE, Insights.raised, texts.CHANCE_ROWS, texts.CHANCE_WHAT, said)


def endings() -> rx.Component:
    """Return how the interviews ended; no order says which is better (M10, M11)."""
    told = {ending.id: ending.title for ending in phrases.ENDINGS.values()} | {"open": texts.NOT_CLOSED}
    rows = [(label, Insights.endings[how].to(int)) for how, label in told.items()]
    said = sentence(texts.ENDED_SAY, interviews=Insights.begun.to_string(), since=Insights.since)
    return figure(
        texts.ENDED,
        says(Insights.begun, measures.ENOUGH, texts.INTERVIEWS, said),
        bars(rows, Insights.begun),
        count_table(texts.ENDED, texts.ENDING, rows, Insights.begun),
    )


def span_label(place: int) -> str:
    """Return how a span of minutes is written."""
    least, *after = measures.SPANS[place : place + 2]
    if after:
        return f"{least}–{after[0] - 1} {labels.MINUTES}"
    return texts.SPAN_OPEN.format(least=fixed_duration(least))


def minutes() -> rx.Component:
    """Return how long it took from the first flag to the exit."""
    rows = [(span_label(place), Insights.spans[str(least)].to(int)) for place, least in enumerate(measures.SPANS)]
    said = sentence(texts.MINUTES_SAY, time=duration(Insights.minutes), exits=Insights.exits.to_string())
    return figure(
        texts.MINUTES,
        says(Insights.exits, measures.ENOUGH, texts.MINUTES_WHAT, said),
        bars(rows, Insights.exits),
        count_table(texts.MINUTES, texts.SPAN, rows, Insights.exits),
    )


def drill() -> rx.Component:
    """Return how far off five seconds were, try after try."""
    tries = rx.Var.create(str(measures.RECENT_TRIES))
    before = rx.fragment(" ", sentence(texts.DRILL_BEFORE, tries=tries, before=Insights.off_before))
    said = rx.fragment(
        sentence(texts.DRILL_SAY, tries=tries, recent=Insights.off_recent),
        rx.cond(Insights.off_before, before, ""),
    )
    picture = rx.el.svg(
        rx.el.path(d="M0 24H190", class_name="middle"),
        rx.el.path(d="M" + Insights.points, class_name="tries"),
        view_box="-3 -3 196 54",
        class_name="sparkline",
        custom_attrs={"preserveAspectRatio": "xMinYMid meet"},
        aria_hidden="true",
    )
    count = Insights.tries.length()
    return figure(
        texts.DRILL,
        says(count, measures.RECENT_TRIES, texts.DRILL_WHAT, said),
        rx.cond(count > 1, rx.fragment(picture, rx.el.p(texts.DRILL_PICTURE, class_name="quiet")), rx.fragment()),
        table(
            texts.DRILL,
            [texts.DAY, texts.OFF],
            rx.foreach(Insights.tries, lambda one, place: table_row(one["day"], one["off"], key=place.to_string())),
        ),
    )


def regrets(when: str, title: str) -> rx.Component:
    """Return the answers to the check for regrets, month by month (M48)."""
    series = Insights.regretted[when]
    ids = list(texts.REGRETS_ROWS)
    count = added([series[place]["total"].to(int) for place in range(len(ids))])
    said = sentence(texts.REGRETS_SAY, no=series[ids.index("no")]["total"].to_string(), answers=count.to_string())
    rows = [
        monthly(label, series[place], Insights.regrets_most) for place, label in enumerate(texts.REGRETS_ROWS.values())
    ]

    def line(month: rx.Var[str], place: rx.Var[int]) -> rx.Component:
        counts = [series[answer]["months"][place]["count"].to_string() for answer in range(len(ids))]
        return table_row(month, *counts, key=month)

    return rx.fragment(
        rx.el.h3(title),
        says(count, measures.ENOUGH, texts.REGRETS_WHAT, said),
        rx.cond(count > 0, rx.el.ul(*rows, class_name="bars"), rx.fragment()),
        table(title, [texts.MONTH, *texts.REGRETS_ROWS.values()], rx.foreach(Insights.months, line)),
    )


def counted() -> rx.Component:
    """Return all figures, what helps most to decide first."""
    return rx.el.div(
        most_flags(),
        kinds(),
        air(),
        chance(),
        endings(),
        minutes(),
        drill(),
        figure(texts.REGRETS, regrets("at_once", texts.AT_ONCE), regrets("later", texts.LATER)),
        class_name="figures",
    )


def insights_page() -> rx.Component:
    """Return the page."""
    return frame(
        rx.el.div(link(labels.HISTORY, routes.HISTORY), class_name="head start"),
        fault_notice(),
        rx.el.h1(texts.TITLE),
        rx.cond(
            Insights.ready,
            rx.cond(
                Insights.interviews > 0,
                rx.fragment(rx.el.p(texts.LEAD, class_name="quiet lead"), counted()),
                rx.el.p(texts.NONE, class_name="quiet"),
            ),
            rx.el.p(sentence(texts.COUNTING, loaded=Insights.loaded.to_string()), class_name="quiet"),
        ),
        screen="insights",
        class_name="page insights",
    )
