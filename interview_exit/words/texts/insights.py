"""What the insights say. {braces} are filled with what was counted; nothing is said by fewer than insights.ENOUGH."""

TITLE = "Insights"
LEAD = "Counted on this device from what you tapped. No scores: it only shows what comes up."
COUNTING = "Counting: {loaded} read"
NONE = "Nothing to count yet. Patterns in what you tap during interviews will show up here."
TABLE = "As a table"
TOO_FEW = "{count} {what}: too few to say."
TOTAL = "All"
MONTH = "Month"
SHARE = "Share"

INTERVIEWS = ("interview", "interviews")

FLAGS = "What comes up most"
FLAG = "Flag"
FLAGS_SAY = "“{flag}” came up most: in {count} of {interviews} interviews."

KINDS = "By kind and month"
KINDS_SAY = "One column for each month, {first} to {last}, with the total."

AIR = "When you asked"
AIR_WHAT = ("answer to something unclear", "answers to things that were unclear")
AIR_SAY = "{cleared} of {asked} times it was a misunderstanding."
AIR_ROWS = {"cleared": "Cleared up", "confirmed": "Confirmed", "still_vague": "Still vague"}

CHANCE = "When you gave them a chance"
CHANCE_WHAT = ("answer to something you raised", "answers to things you raised")
CHANCE_SAY = "{moved} of {raised} times they met you at least partway."
CHANCE_ROWS = {"moved": "They moved", "partly": "Partly", "will_check": "They’ll check", "refused": "They said no"}

ENDED = "How they ended"
ENDED_SAY = "{interviews} interviews since {since}."
ENDING = "Ending"
NOT_CLOSED = "Not finished"

MINUTES = "From the first flag to leaving"
MINUTES_WHAT = ("exit", "exits")
MINUTES_SAY = "Half of {exits} exits came within {time} of the first flag."
SPAN = "Minutes"
SPAN_OPEN = "{least} or more"

DRILL = "Guessing five seconds: how far off"
DRILL_WHAT = ("try", "tries")
DRILL_SAY = "Half of the last {tries} tries were within {recent} s."
DRILL_BEFORE = "Of the {tries} before that: {before} s."
DRILL_PICTURE = "The middle line is five seconds; above it is too long, below too short."
DAY = "Day"
OFF = "Seconds off"

REGRETS = "Regrets"
REGRETS_WHAT = ("answer", "answers")
AT_ONCE = "On the day"
LATER = "A week on"
REGRETS_SAY = "{no} of {answers} without regrets."
REGRETS_ROWS = {"no": "None", "partly": "Partly", "yes": "Some"}
ANSWER = "Answer"
