"""What to say, word by word: every script, and the reasons that may be shared.

The tone, tested in tests/test_scripts.py: about fit and never about their faults; no excuse, no lie, no apology; one
reason at most; thanks in every exit but the unsafe one and the one after a crossed line; at most sixty words, and
twenty in what is shown first. Slots follow the grammar of slots.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview_exit.rules.flags import FLAGS

Moment = Literal["exit", "go_on", "later", "self"]


@dataclass(frozen=True)
class Reason:
    """A reason in the two forms that scripts need: a thing, and half a sentence after "because"."""

    noun: str
    clause: str

    @property
    def noun_cap(self) -> str:
        """The noun at the start of a sentence."""
        return self.noun[0].upper() + self.noun[1:]


@dataclass(frozen=True)
class Script:
    """Words for one moment.

    Attributes:
        text: the words, in the grammar of slots.py.
        moment: whether they end the interview, keep it going, are sent later, or are for the candidate alone.
    """

    text: str
    moment: Moment


REASONS: dict[str, Reason] = {
    "pay": Reason("the pay", "the pay is some way from what I need"),
    "commute": Reason("the commute", "the commute would be too long"),
    "remote": Reason("the days on site", "I need some days at home"),
    "hours": Reason("the hours", "the hours don’t fit my week"),
    "level": Reason("the level", "the level isn’t the one I’m looking for"),
    "travel": Reason("the travel", "there is more travel than I can do"),
    "timing": Reason("the timing", "the timing doesn’t work for me"),
    "deadline": Reason("the deadline", "I need more time to decide"),
    "recording": Reason("the recording", "I’d rather not be recorded"),
    "work": Reason("the daily work", "the daily work is different from what I’m after"),
}

LIMIT_TOPICS: dict[str, str] = {
    "unclear": "clear answers",
    "values": "my values",
    "advert": "what was advertised",
    "terms": "the terms",
    "business": "the business model",
    "evasive": "straight answers",
    "private": "personal questions",
    "unpaid": "unpaid work",
    "machine": "AI interviews",
    **{flag.id: REASONS[flag.reason].noun for flag in FLAGS.values() if flag.kind == "negotiable"},
}
"""What a hard no is about, by the flag: "a firm limit when it comes to ...". A mismatch names itself."""

_EXITS = {
    "flag.rude": "I don’t think we’re a match. Thank you for your time. I’ll stop here.",
    "flag.combative": "I’d rather not carry on this conversation. Thank you for your time, and goodbye.",
    "flag.disrespect": "I don’t think we’d work well together. Thank you for seeing me. I’ll go now.",
    "flag.poke_holes": "I’ve told you honestly what I’ve done. I’ll leave it there. Thank you.",
    "flag.integrity": "I stand by what I’ve said, and I don’t see this going any further. Thank you for your time.",
    "flag.uneasy": "I need to go now. Thank you. Goodbye.",
    "flag.surprise": "I came for a different kind of meeting, so I’ll step out here. Thank you.",
    "flag.line": "I’m not comfortable going on. I’m leaving now. Goodbye.",
    "flag.money": "I don’t pay or give bank details before there’s a contract. I’ll stop here. Thank you.",
    "flag.odd_place": "I’d rather not meet here, so I’ll go. Thank you.",
    "flag.not_work": "Thank you, {name}. The day-to-day isn’t what I’m looking for, so I won’t keep you.",
    "flag.direction": "Thank you for telling me about the role, {name}. I can see that my next step lies elsewhere.",
    "flag.hard_no": (
        "[I have a firm limit when it comes to {topic}|This is a firm limit for me], so I’ll stop here. Thank you."
    ),
    "flag.would_decline": "Thank you, {name}. I’d rather say now than later that I don’t think I’d accept.",
    "leave_now.short": "{name}, I don’t see this working out. Thank you for your time. I’m going to leave now.",
    "leave_now.long": (
        "{name}, I’m going to stop here. I don’t see us working together, and I’d rather say so than sit it out. "
        "Thank you for your time. There’s no need to see me out. Goodbye."
    ),
    "leave_now.call": "{name}, I’m going to end the call here. Thank you for your time. Goodbye.",
    "leave_now.unsafe": "I have to go.",
    "wrap_up.short": "Thank you, {name}. I don’t think it’s the right fit for me, so I won’t keep you.",
    "wrap_up.long": (
        "Thank you for meeting me, {name}. I’ve valued learning about {company}. Having heard more about the {role} "
        "role, I don’t think it’s right for what I want next[, mainly because {reason_clause}]. I’d rather say so "
        "now than use up your time. I hope you find the right person soon."
    ),
    "give_chance.refused": (
        "Thank you for being clear[ about {reason_noun}]. Then it isn’t right for me, so I’ll stop here."
    ),
    "they_ended.short": "Thank you for being straight with me. I wish you well with the search.",
}

_GOING_ON = {
    "ask.poke_holes": "What would you most like to know about that part of my background?",
    "ask.surprise": "I’d expected a different format. Could you tell me how today will run?",
    "ask.integrity": "I’d like to clear that up. Which part would you like me to explain?",
    "ask.odd_place": "Could we meet in the office, or somewhere public?",
    "flag.unclear": "I want to be sure I follow. Could you say a bit more about {topic|that}?",
    "flag.values": (
        "[You mentioned {topic}.|I’d like to understand what you just said.] How does that look in practice here?"
    ),
    "flag.advert": (
        "[The advert stressed {topic}. How much of the week is that really?"
        "|How close is a usual week here to what the advert describes?]"
    ),
    "flag.terms": (
        "[I had {topic} down as agreed. Has that changed, or did I misread it?"
        "|I’d understood the terms differently. Have they changed, or did I misread them?]"
    ),
    "flag.business": "Could you walk me through how {company|the company} makes its money?",
    "flag.evasive": "Could I come back to {topic|my question}? I’d like to be sure I have the answer.",
    "flag.private": "I’d rather talk about how I’d do the work. May I ask how that bears on the role?",
    "flag.unpaid": "Can I check what this task is for, how long it takes, and whether it’s paid?",
    "flag.machine": "Will a person see this, and can I speak with one?",
    "flag.pay": "I’d expected more for this work. Is there room to move?",
    "flag.commute": "The commute would be hard for me. Could I work from home some days?",
    "flag.remote": "Could part of the week be remote, perhaps after the first few months?",
    "flag.hours": "Those hours would be hard for me. How fixed are they?",
    "flag.level": (
        "[I’d read this role as {topic}.|I’d read the level of this role differently.] Could that be looked at?"
    ),
    "flag.travel": "How much of the travel is fixed, and could some of it be shared out?",
    "flag.waiting": "This doesn’t seem the best moment. Would another time suit you better?",
    "flag.decide_now": "Thank you. I don’t decide on the day. Can I answer by {topic|the end of the week}?",
    "flag.recorded": "I’d rather not be recorded. Could we go on with plain notes?",
    "clear_air.short": "Before we go on, may I check that I understood [what you said about {topic}|you correctly]?",
    "clear_air.long": (
        "I may have misheard, so let me ask[. You mentioned {topic}: how does that work"
        "|: how does what you just said work] day to day here?"
    ),
    "clear_air.after": "Thank you, that helps. Shall we go on?",
    "give_chance.short": (
        "[My one sticking point is {reason_noun}. Is there any flexibility?"
        "|One thing is holding me back. May I raise it?]"
    ),
    "give_chance.long": (
        "I’d rather raise it than leave it unsaid: [{reason_noun} would make it hard|as it stands, it would be hard] "
        "for me to go ahead. If {company} has room to move, I’m glad to carry on; if not, that’s fine too."
    ),
    "give_chance.will_check": "Thank you for looking into it. When may I expect to hear?",
    "stay.cleared": "That clears it up, thank you. Shall we go on?",
    "stay.moved_on": "Thank you. Shall we go on?",
    "stay.moved": "Thank you, that makes a difference. Shall we go on?",
    "stay.partly": "Thank you, that’s part of the way. I’ll think about the rest. Shall we go on?",
    "practice.asked": "I’m glad to hear more about it.",
    "withdraw_later.asked": "Thank you. You’ll hear from me soon.",
    "step_out.room": "Could we take two minutes? I’ll be right back.",
    "step_out.video": "I’m turning my camera off for a minute. I’ll be right back.",
    "step_out.phone": "Could I call you back in two minutes?",
    "pause.short": "Let me think about that for a moment.",
}

_LATER = {
    "follow_up.note": (
        "[Dear {name},|Hello,] thank you for your time and for telling me about {company}. After our talk I’d "
        "like to withdraw from the process[ for the {role} role][, mainly because {reason_clause}]. I’d be glad to "
        "stay in touch, and I hope the search goes well."
    ),
    "follow_up.thanks": (
        "[Dear {name},|Hello,] thank you for your time and for telling me about {company}. I know more about the "
        "{role} role now, and I hope the search goes well."
    ),
    "follow_up.brief": "I am withdrawing my application. Thank you.",
    "follow_up.recruiter": (
        "Hello, I’ve had my interview[ with {company}], and I won’t be taking it further. Thank you for arranging "
        "it. I’m happy to talk whenever it suits you."
    ),
}

_TO_ONESELF = {
    "stay.idle": "Tap anything that happens.",
    "stay.good": "A good sign, noted. Keep listening.",
    "stay.later": "Noted for later. Keep listening.",
    "stay.chosen": "You chose to stay. You can still leave at any time.",
    "clear_air.added": "They added something. Where does that leave you?",
    "pause.first": "A few seconds of silence first. They may add something.",
    "pause.reply": "Did they add something?",
    "withdraw_later.short": "Finish as you normally would. Tonight your note is ready to send.",
    "practice.short": (
        "[I’m here to practise {topic}.|I’m here for the practice.] Finish well, thank them, decide later."
    ),
}

SCRIPTS: dict[str, Script] = {
    **{name: Script(text, "exit") for name, text in _EXITS.items()},
    **{name: Script(text, "go_on") for name, text in _GOING_ON.items()},
    **{name: Script(text, "later") for name, text in _LATER.items()},
    **{name: Script(text, "self") for name, text in _TO_ONESELF.items()},
}
