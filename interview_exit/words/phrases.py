"""Words by verdict: labels, permission, steps, notes, outcomes.

The scripts themselves are in scripts.py, and which one is said when in selection.py.
Nothing here blames, hurries or promises (M02, M12).
"""

from __future__ import annotations

from dataclasses import dataclass

from interview_exit.rules.endings import EndingId
from interview_exit.rules.flags import KindId
from interview_exit.rules.taps import StateId
from interview_exit.rules.verdict import VerdictId
from interview_exit.words.wording import Worded


@dataclass(frozen=True)
class Words:
    """The screen of words of one verdict.

    Attributes:
        label: what the verdict is called.
        discreet: the same, giving nothing away.
        idea: why this way forward, in one line.
        permission: the line that allows it; every verdict that ends the interview has one (M02).
        short: the script to say when no flag has one of its own.
        long: the script for those who want to say more; empty for none.
        long_when: when to use that one.
        steps: what to do, in this order.
        notes: lines that steady; on leave_now the one against guilt (M38).
        details: one level down, what the idea rests on, hedged and with its source (M33, M37).
        call: what is said in place of the short one on phone or video; empty where that does.
        call_steps: what to do on a call; empty where the steps are the same.
        unsafe: the script for "I feel unsafe"; empty where that does not arise.
        unsafe_steps: what to do then; no word is needed for it.
        unsafe_call_steps: the same on a call.
        moments: the natural break points to wait for, by id (M13).
    """

    label: str
    discreet: str
    idea: str
    short: str
    steps: tuple[str, ...]
    permission: str = ""
    long: str = ""
    long_when: str = "To say a little more"
    notes: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    call: str = ""
    call_steps: tuple[str, ...] = ()
    unsafe: str = ""
    unsafe_steps: tuple[str, ...] = ()
    unsafe_call_steps: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What asking brought: a short button, its accessible name, which begins alike; a neutral word."""

    state: StateId
    label: str
    longer: str
    discreet: str


@dataclass(frozen=True)
class Ending:
    """How an interview ended: as a choice (`label`), as history tells it (`told`), and the neutral word for both."""

    id: EndingId
    label: str
    told: str
    discreet: str
    script: str = ""

    @property
    def title(self) -> str:
        """As history tells it where it stands by itself."""
        return self.told[0].upper() + self.told[1:]


PLACES: dict[str, str] = {"on_site": "On site", "video": "Video", "phone": "Phone"}
"""Where an interview takes place."""

STEP_OUT: dict[str, tuple[str, str]] = {
    "on_site": ("step_out.room", "Take your phone and your bag."),
    "video": ("step_out.video", "Mute yourself as well."),
    "phone": ("step_out.phone", "Then hang up."),
}
"""What to say to be by oneself for two minutes, and what to do then, by place (N06)."""

MOMENTS: dict[str, str] = {
    "page": Worded("They turn a page or start a new topic", "New topic"),
    "questions": Worded("“Do you have any questions for us?”", "Questions"),
    "door": Worded("Somebody leaves the room or joins", "Door"),
    "tour": Worded("A tour starts or ends", "Tour"),
    "clock": Worded("Someone mentions the time: “We have ten minutes left”", "Time"),
    "break": Worded("You come back from a break", "Break"),
}

BOTH_HALVES: tuple[str, str] = (
    (
        "Alison Green, who writes the advice column Ask a Manager, says that candidates may cut an interview short as "
        "employers do, if they are tactful about it."
    ),
    (
        "More often, where nothing is badly wrong, she advises finishing and withdrawing by e-mail afterwards (2010, "
        "2019): people move on, and remember you. That is her experience, and you know the people in front of you."
    ),
)
"""What one adviser says for wrapping up now, and for finishing and withdrawing tonight (N02)."""

WORDS: dict[VerdictId, Words] = {
    "stay": Words(
        label="Stay",
        discreet="Go on",
        idea="Nothing so far suggests leaving.",
        short="stay.idle",
        steps=("Listen.", "Tap anything that happens."),
        notes=("Staying is fine, and so is changing your mind.",),
        details=("To be fair to them, tap the good as well as the bad.",),
    ),
    "clear_air": Words(
        label="Clear the air",
        discreet="Ask",
        idea="It may be a misunderstanding. Ask before you judge.",
        short="clear_air.short",
        long="clear_air.long",
        steps=("Ask.", "Listen.", "Pause for five full seconds.", "Decide."),
        notes=("Asking costs you little.",),
        details=("A plain question tells you what guessing can’t. The pause gives you time to think.",),
    ),
    "give_chance": Words(
        label="Give them a chance",
        discreet="Raise it",
        idea="They can’t change it if you don’t ask.",
        short="give_chance.short",
        long="give_chance.long",
        steps=("Say it once.", "Let them answer.", "Tap what they said."),
        notes=("Asking costs you little.",),
        details=("Pay, place and hours are sometimes negotiable. If you don’t ask, you won’t find out.",),
    ),
    "wrap_up": Words(
        label="Wrap up",
        discreet="Finish",
        idea="It isn’t a match. End it kindly at the next natural break.",
        permission="Ending early is allowed.",
        short="wrap_up.short",
        long="wrap_up.long",
        steps=("Say it.", "Stop talking. Let them close.", "Thank them.", "Go."),
        notes=("Staying is fine too.",),
        details=(
            "Ending it openly spares both sides time, and you may well meet these people again.",
            *BOTH_HALVES,
        ),
        moments=tuple(MOMENTS),
    ),
    "withdraw_later": Words(
        label="Finish, then withdraw",
        discreet="Reply later",
        idea="It isn’t a match. You can finish politely, and withdraw by e-mail tonight.",
        short="withdraw_later.short",
        long="withdraw_later.asked",
        long_when="If they ask how interested you are",
        steps=("Listen.", "Thank them.", "Send the note tonight."),
        notes=("You don’t have to say it in the room. You can still wrap up at any time.",),
        details=(
            "They see you at your best, and may think of you for another role. It costs you the rest of the hour.",
            *BOTH_HALVES,
        ),
    ),
    "practice": Words(
        label="Practise",
        discreet="Focus",
        idea="Interviewing gets easier with practice, even if you won’t take the job.",
        short="practice.short",
        long="practice.asked",
        long_when="If they ask how interested you are",
        steps=("Pick one thing to practise.", "Finish well.", "Thank them. Decide later."),
        notes=("Staying is fine. So is stopping when you’ve had enough.",),
        details=("You don’t have to decide in the room. A calm interview with nothing at stake is rare practice.",),
    ),
    "leave_now": Words(
        label="Leave now",
        discreet="Close",
        idea="One thing like this is reason enough. Feeling uneasy is enough.",
        permission="Ending early is allowed.",
        short="leave_now.short",
        long="leave_now.long",
        steps=("Say it. You don’t need their permission.", "Take your things.", "Go."),
        notes=("You haven’t promised anything, and you don’t owe them any more time.",),
        details=(
            "Conversations that turn like this seldom turn back. Yours might, but you don’t have to stay to find out.",
            (
                "Personnel Services Unlimited, a recruitment agency, writes that a start like this hardly ever becomes "
                "a long, good job. That is their experience, not a study."
            ),
        ),
        call="leave_now.call",
        call_steps=("Say it. You don’t need their permission.", "End the call.", "Step away from the screen."),
        unsafe="leave_now.unsafe",
        unsafe_steps=(
            "Stand up.",
            "Take what’s within reach.",
            "Go where there are people.",
            "Tell reception or a friend.",
        ),
        unsafe_call_steps=(
            "End the call.",
            "Close the laptop or the app.",
            "Go where there are people.",
            "Tell a friend.",
        ),
    ),
}

OUTCOMES: dict[KindId, tuple[Outcome, ...]] = {
    "unclear": (
        Outcome("cleared", "Cleared", "Cleared: I had misunderstood", "Clear"),
        Outcome("confirmed", "Confirmed", "Confirmed: it is as I thought", "As noted"),
        Outcome("still_vague", "Vague", "Vague: still no clear answer", "Open"),
        Outcome("later", "Ask later", "Ask later: you’ll find it in your debrief", "Later"),
        Outcome("skipped", "Won’t ask", "Won’t ask: carry on without asking", "Skip"),
    ),
    "negotiable": (
        Outcome("moved", "Moved", "Moved: they’ll meet what I need", "Agreed"),
        Outcome("partly", "Partly", "Partly: they’ll meet some of it", "In part"),
        Outcome("refused", "Refused", "Refused: they won’t move", "Not agreed"),
        Outcome("will_check", "Will check", "Will check: they’ll ask and tell me", "To check"),
        Outcome("later", "Raise it later", "Raise it later: you’ll find it in your debrief", "Later"),
        Outcome("skipped", "Won’t raise it", "Won’t raise it: carry on without it", "Skip"),
    ),
}

OUTCOMES_OF: dict[str, dict[StateId, Outcome | None]] = {
    "private": {
        "cleared": Outcome("cleared", "Moved on", "Moved on: they went back to the work", "Clear"),
        "confirmed": Outcome("confirmed", "Pressed", "Pressed: they asked again", "Again"),
        "still_vague": None,
    },
}
"""What it is called where a flag's question is answered otherwise, by the flag; none where it can't be answered so.

Whoever turns a private question back to the work learns whether they move on or press (N08).
"""

STATES: dict[StateId, str] = {
    "": "",
    "cleared": Worded("asked, cleared up", "clear"),
    "confirmed": Worded("asked, confirmed", "as noted"),
    "still_vague": Worded("asked, still vague", "open"),
    "moved": Worded("raised, they moved", "agreed"),
    "partly": Worded("raised, moved partway", "in part"),
    "refused": Worded("raised, refused", "not agreed"),
    "will_check": Worded("raised, they will check", "to check"),
    "later": Worded("left for later", "later"),
    "skipped": Worded("left unsaid", "skipped"),
    "added": Worded("they added something", "added"),
    "undone": "undone",
    "withdrawn": "taken back",
}
"""How the log tells what became of a tap."""

STATES_OF: dict[str, dict[StateId, str]] = {
    "private": {
        "cleared": Worded("asked, they moved on", "clear"),
        "confirmed": Worded("asked, they pressed", "again"),
    },
}
"""How the log tells it where it is called otherwise, by the flag."""

CALLS: tuple[str, ...] = ("video", "phone")
"""Kinds of interview that one leaves by ending a call."""

ASKS: dict[KindId, VerdictId] = {"unclear": "clear_air", "negotiable": "give_chance", "mismatch": "clear_air"}
"""Whose words ask about a flag that has none of its own, by its kind."""

ENDINGS: dict[EndingId, Ending] = {
    ending.id: ending
    for ending in (
        Ending("left", "I left", "left at once", "Closed"),
        Ending("wrapped_up", "I wrapped up", "wrapped up", "Finished"),
        Ending("withdrew_later", "I finished; I’ll withdraw tonight", "finished, to withdraw later", "Reply later"),
        Ending("stayed", "I stayed to the end", "stayed to the end", "Full length"),
        Ending("practised", "I stayed to practise", "practised", "Focus"),
        Ending("they_ended", "They ended it", "they ended it", "Their close", "they_ended.short"),
        Ending("did_not_happen", "It didn’t take place", "didn’t take place", "None"),
        Ending("moved_day", "Moved to another day", "moved to another day", "Other day"),
    )
}


def outcomes(kind: KindId, flag: str = "") -> tuple[Outcome, ...]:
    """Return what asking about a flag can bring, as it is called there."""
    called = OUTCOMES_OF.get(flag, {})
    return tuple(each for outcome in OUTCOMES[kind] if (each := called.get(outcome.state, outcome)))
