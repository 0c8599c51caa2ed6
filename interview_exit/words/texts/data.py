"""What the page of one's own data says: keeping a copy, bringing it back, printing, erasing everything."""

TITLE = "Your data"
LEAD = "Everything is on this device."

KEEP = "Save a copy"
WARNING = (
    "A copy also holds what you wrote about other people: names, initials, what they said. It isn’t locked: "
    "anybody who has the file can read it. Keep it somewhere private, and delete it once you no longer need it."
)
KEEP_FILE = "Backup file"
KEEP_TABLE = "Spreadsheet"
KEEP_PAPER = "Print"
KEEP_WHAT = (
    "The backup holds everything, including the notepad. The spreadsheet has one row for each flag, and no notes."
)
MAKING = "Saving the copy"
TOLD = {
    "file": "Saved. It’s in your browser’s downloads.",
    "table": "Saved. It’s in your browser’s downloads.",
    "stopped": "Stopped. Nothing was saved.",
    "failed": "That didn’t work: this device couldn’t read what it has stored. Try again.",
}
LEFT = "entries from a newer version are not in it."
COLUMNS = ("Date", "Time", "Company", "Role", "Ended", "Minute", "Flag", "Kind", "What came of it", "Hard no")
HARD = "hard no"

RESTORE = "Restore a backup"
RESTORE_WHAT = "What’s here stays. Anything you’ve erased since stays erased."
CHOOSE = "Choose the backup file"
READING = "Checking the file"
WRITING = "Restoring"
FOUND = "This backup was made on {made}. It holds {interviews} interviews; {fresh} of them are not here."
FOUND_UNDATED = "This backup holds {interviews} interviews; {fresh} of them are not here."
FOUND_RECORDS = "Entries that are not here: {records}."
FOUND_ERASED = "Entries here that were erased where the backup was made: {erased}. They’ll be erased here too."
FOUND_NOTHING = "Everything in this backup is already here."
BRING_IN = "Restore"
LEAVE = "Cancel"
DONE = "Restored."
STOPPED = "Stopped. Nothing has changed."
UNCHANGED = "Nothing has changed."
LINE = "Line"
RECORD = "Entry"
FAULTS = {
    "too-large": "This file is larger than any history could be (100 MB).",
    "wrong-encoding": "This file isn’t in UTF-8, so it’s damaged, or isn’t a backup.",
    "not-json": "This isn’t a backup of this app: it isn’t a JSON file.",
    "foreign": "This is a JSON file, but not a backup of this app.",
    "unknown-version": "This was written by another version of the app. Update the app here, then try again.",
    "truncated": "The file ends too early: part of it is missing.",
    "broken-line": "This line can’t be read.",
    "no-record": "This isn’t something the app could have written.",
    "too-deep": "This is nested deeper than anything the app writes.",
    "too-long": "A text here is longer than anything the app writes.",
    "twice": "This entry is already in the file further up.",
    "storage-full": "There isn’t enough space on this device. Free some up, then try again.",
    "storage-denied": "This browser isn’t storing anything (private mode?), so nothing can be restored.",
    "storage-blocked": "Another tab is running an older version. Close it, then try again.",
    "storage-newer": "A newer version has been used here. Reload to get it, then try again.",
    "storage-failed": "This device couldn’t store it. Try again.",
}

ERASE = "Erase everything"
ERASE_WHAT = (
    "All interviews, notes, people, settings and the notepad on this device, and then the app itself as far as "
    "it’s stored for use without a signal. This can’t be undone unless you have a backup."
)
ERASE_DEVICES = (
    "Your other synced devices keep their copy, and the server keeps its sealed one. To delete those as well, go "
    "here first:"
)
ERASE_HOLD = "Hold to erase everything"
ERASE_HINT = ": hold for a second, or press twice"
ERASE_AGAIN = "Once more to erase everything"
ERASE_SOON = "Everything will be erased in five seconds."
ERASE_KEEP = "Keep everything"
ERASING = "Erasing"
ERASE_STOPPED = "Stopped. Everything is still here."
ERASED = "Everything is erased."
ERASED_TABS = "Other open tabs of this app have started over."
BEGIN_ANEW = "Start over"
ERASE_FAULTS = {
    "storage-blocked": "Not everything is erased yet: another tab is using it. Close all other tabs, then hold again.",
    "storage-failed": "Not everything is erased: the browser refused. Clear this site’s data in its settings.",
}
MAY_KEEP = "What a browser may still hold"
KEPT = (
    "The addresses of these pages, in its own history. They name nothing private.",
    "Files you saved, and printouts. You’ll have to delete those yourself.",
    "A backup of the whole phone, until the next one replaces it.",
    "For a while, traces in the device’s storage that only special tools can read.",
)
