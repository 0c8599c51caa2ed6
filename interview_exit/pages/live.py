"""The live screen: notice what happens, or answer it; everything else is a screen over that."""

import reflex as rx

from interview_exit.bridge.live import Live
from interview_exit.components.after.afterwards import afterwards
from interview_exit.components.live.again import again
from interview_exit.components.live.answer import answer_screen, is_answering
from interview_exit.components.live.away import away_screen
from interview_exit.components.live.details import details_screen
from interview_exit.components.live.ending import ending_screen
from interview_exit.components.live.more import more_screen
from interview_exit.components.live.notice import notice_screen
from interview_exit.components.live.over import over_screen
from interview_exit.components.live.practice import skill_screen
from interview_exit.components.live.still_in import still_in
from interview_exit.components.live.unsafe import unsafe_screen
from interview_exit.components.live.wrap_up import moment_screen, return_card
from interview_exit.components.shared.frame import frame


def live() -> rx.Component:
    """Return the page."""
    return frame(
        again(),
        rx.match(
            Live.screen,
            ("flags", notice_screen()),
            ("more", more_screen()),
            ("card", return_card()),
            ("moment", moment_screen()),
            ("unsafe", unsafe_screen()),
            ("skill", skill_screen()),
            ("details", details_screen()),
            ("away", away_screen()),
            ("end", ending_screen()),
            ("over", over_screen()),
            rx.cond(is_answering(), answer_screen(), notice_screen(afterwards())),
        ),
        still_in(),
        screen=Live.screen,
        class_name="bare",
    )
