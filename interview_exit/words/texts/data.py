"""What the page of one's own data says: keeping a copy, bringing it back, printing, erasing everything."""

TITLE = "Your data"
LEAD = "All of it is on this device."

KEEP = "Keep a copy"
WARNING = (
    "A copy holds what you wrote about other people too: names, initials, what they said. It is not locked: whoever "
    "has the file can read it. Keep it where only you can, and delete it when you need it no more."
)
KEEP_FILE = "As a file to bring back"
KEEP_TABLE = "As a table"
KEEP_PAPER = "On paper"
KEEP_WHAT = "The file holds everything, the notepad too. The table has one row for each flag, and no notes."
MAKING = "Making the copy"
TOLD = {
    "file": "The file is made. Your browser has put it among its downloads.",
    "table": "The table is made. Your browser has put it among its downloads.",
    "stopped": "Stopped. No file was made.",
    "failed": "That did not work: this device did not give out what it keeps. Try again.",
}
LEFT = "entries of a newer version are not in it."
COLUMNS = ("Date", "Time", "Company", "Role", "Ended", "Minute", "Flag", "Kind", "What came of it", "Hard no")
HARD = "hard no"

RESTORE = "Bring a copy back"
RESTORE_WHAT = "What is here stays. What you have erased since stays erased."
CHOOSE = "The file of a copy"
READING = "Checking the file"
WRITING = "Bringing it in"
FOUND = "This copy was made on {made}. It holds {interviews} interviews; {fresh} of them are not here."
FOUND_UNDATED = "This copy holds {interviews} interviews; {fresh} of them are not here."
FOUND_RECORDS = "Entries that are not here: {records}."
FOUND_ERASED = "Entries that are here, but were erased where the copy was made: {erased}. They will be erased here too."
FOUND_NOTHING = "Everything in this copy is here already."
BRING_IN = "Bring it in"
LEAVE = "Leave it"
DONE = "It is brought in."
STOPPED = "Stopped. Nothing has changed."
UNCHANGED = "Nothing has changed."
LINE = "Line"
RECORD = "Entry"
FAULTS = {
    "too-large": "This file is larger than any history could be (100 MB).",
    "wrong-encoding": "This file is not written in UTF-8, so it is damaged or something else.",
    "not-json": "This is not a copy of these notes: it is no JSON file.",
    "foreign": "This is not a copy of these notes, though it is a JSON file.",
    "unknown-version": "This was written by another version of the app. Update the app here, then try again.",
    "truncated": "The file ends too early: a part of it is missing.",
    "broken-line": "What stands here cannot be read.",
    "no-record": "What stands here is nothing that the app could have written.",
    "too-deep": "What stands here is nested deeper than anything the app writes.",
    "too-long": "A text here is longer than anything the app writes.",
    "twice": "The same entry stands here for the second time.",
    "storage-full": "This device has no room for it. Free some space, then try again.",
    "storage-denied": "This browser keeps nothing (private mode?), so nothing can be brought in.",
    "storage-blocked": "Another tab holds the notes of an older version. Close it, then try again.",
    "storage-newer": "A newer version has been used here. Reload to get it, then try again.",
    "storage-failed": "This device did not take it. Try again.",
}

ERASE = "Erase everything"
ERASE_WHAT = (
    "All interviews, notes, people, settings and the notepad, on this device. Then the app itself, as far as it is "
    "kept for use without a signal. There is no way back, but for a copy."
)
ERASE_DEVICES = (
    "Devices that are in step with this one keep theirs, and so does the server its sealed copy. To end that, go here "
    "first:"
)
ERASE_HOLD = "Hold to erase everything"
ERASE_HINT = ": hold for a second, or press twice"
ERASE_AGAIN = "Once more to erase everything"
ERASE_SOON = "All of it goes in five seconds."
ERASE_KEEP = "Keep everything"
ERASING = "Erasing"
ERASE_STOPPED = "Stopped. Everything is still here."
ERASED = "Everything is erased."
ERASED_TABS = "Other tabs of this app have begun anew."
BEGIN_ANEW = "Begin anew"
ERASE_FAULTS = {
    "storage-blocked": "Not all is erased yet: another tab holds on to it. Close all other tabs, then hold again.",
    "storage-failed": "Not all is erased: this browser refused. Clear the data of this site in its settings.",
}
MAY_KEEP = "What a browser may still keep"
KEPT = (
    "The addresses of these pages in its history. They name nothing private.",
    "Files that you saved, and paper. Delete those yourself.",
    "A backup of the whole phone, until the next one replaces it.",
    "For a while, traces on the device’s memory that only special tools can read.",
)
