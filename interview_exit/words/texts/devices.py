"""What the page about other devices says."""

TITLE = "Other devices"
LINK = "Other devices"
OFF = "off"
WHAT = (
    "Your history can be kept in step on several devices, and outlive a lost phone. It is sealed here before it is "
    "sent: the server keeps it and cannot read it."
)
KEY = (
    "Twelve words are the only key. Whoever has them can read everything; without them and without any of your "
    "devices nobody can bring the history back, we included."
)
SWITCH_ON = "Switch it on"
HAVE_WORDS = "I have twelve words"
NOT_NOW = "Not now"

WORDS_TITLE = "Write these down"
WORDS_WHY = "On paper, in this order. A picture of them would lie among your pictures. Three are asked back next."
NEW_WORDS_WHY = (
    "These replace the old ones. Everything is sealed anew, then the old copy on the server is deleted. Your other "
    "devices need the new words; what only they have stays on them until then."
)
WRITTEN = "I have written them down"
CHECK_TITLE = "Three of them, please"
WORD = "Word"
SHOW_AGAIN = "Show them again"
PROVE = "Go on"

JOIN_TITLE = "Join your other device"
JOIN_HINT = "The twelve words, in order. Numbers and line breaks between them do no harm."
JOIN_FIELD = "Twelve words"
JOIN = "Join"
JOIN_DANGER = (
    "Whoever knows these words will be able to read everything on this device. Type only words that you wrote down "
    "yourself."
)

STATUSES = {
    "off": "Off",
    "synced": "In step",
    "waiting": "Not yet in step",
    "syncing": "Syncing",
    "offline": "Offline: it goes on when there is a connection",
    "failed": "Not in step",
    "paused": "Paused while the interview runs: nothing is sent",
}
QUIET = (
    "After an interview syncing waits for five to twenty minutes, so that its time tells nobody when you left. “Sync "
    "now” does not wait."
)
SINCE = "at"
WAITING = "waiting to be sent"
RECEIVED = "received"
SENT_OF = "sent, of"
NOW = "Sync now"

# What went wrong, and what to do; the key is a code of recovery-phrase.js, api.js, sync/errors.py or storage-errors.js.
# None says what follows: a round goes on by itself, and what a person asked for does not.
FAULTS = {
    "words-unknown": "is not in the list of words. Look at it letter by letter.",
    "words-count": "That is not twelve words. There are",
    "words-mistaken": "These twelve do not belong together: one is another word, or two have changed places.",
    "check-wrong": "is another one. Look at your paper, or show them again.",
    "words-missing": "The list of words could not be loaded. Try again when you have a connection.",
    "code-old": "This code is from an older version of the app. Show a new one on the other device.",
    "code-damaged": "That is only a part of a code. Scan it again.",
    "insecure": "Syncing can’t be switched on here, because without https the browser can’t seal anything: open the "
    "app at its https address.",
    "in-step": "This device is in step with others already. It can join another one only after you stop syncing here.",
    "pairing_unknown": "This code no longer works: its time is up, it was used, or the other device has stopped. "
    "Show a new one.",
    "pairing_used": "A code works only once, and this one has been scanned before. Show a new one.",
    "pairing-broken": "Something came between the two devices. Show a new code, or use the twelve words.",
    "number-short": "The number has six digits.",
    "number-wrong": "That is not the number. Look at the other device again.",
    "numbers-differ": "The numbers do not match: this is not your other device, or something came between them. Show a "
    "new code, or use the twelve words.",
    "too_many_pairings": "Too many codes were asked for. Wait a little, or use the twelve words.",
    "vault_unknown": "There is no history under these words here. If the words are right, open the app on the other "
    "device first.",
    "not_found": "The server runs an older version of this app, which cannot do this yet.",
    "vault_gone": "The words were changed, or the server’s copy was deleted, on another device. All that is here "
    "stays here. Enter the new words, or stop syncing.",
    "already-on": "This device is in step under other words. Stop syncing here first, then join.",
    "kept-already": "This device is in step already, under other words.",
    "vault_exists": "The server knows these words under another secret and refuses them.",
    "unauthorized": "The server refuses these words.",
    "vault_full": "The server’s room for this history is used up. What is new stays on this device. Erase interviews "
    "that you no longer need; erasing still works.",
    "too_many_requests": "The server asks for a little patience.",
    "too_many_vaults": "Too many histories were begun, or codes tried, from this network within the hour.",
    "too_much_sent": "Too much has been sent from this network within the hour. It goes on by itself later.",
    "code_needed": "This server takes a new history only with a code. Whoever runs it can give you one.",
    "code_wrong": "That is not the code. Look at it again, or ask whoever runs the server.",
    "creations_closed": "This server takes no new histories. Whoever runs it can change that.",
    "server_full": "The server has no room left. What is new stays on this device until there is some.",
    "body_too_large": "The server refused a part as too large. Please report this; nothing here is lost.",
    "unreachable": "The server does not answer.",
    "not-ours": "Something between you and the server answered instead, such as a Wi-Fi sign-in page. Nothing was done "
    "about its answer.",
    "sign-in": "Something in front of the server asks you to sign in first: the Wi-Fi you are on, or whoever runs the "
    "server. Until you do, nothing is sent; nothing here is lost.",
    "gateway": "The server can’t be reached just now. What stands in front of it answered instead.",
    "proxy-limit": "Something between you and the server takes nothing as large as this.",
    "record-too-large": "Something between you and the server, such as a company’s proxy, takes nothing as large as "
    "one of your entries. That one stays on this device until another connection takes it; the rest is in step.",
    "odd-answer": "The server answers nonsense. Nothing of it was taken over.",
    "elsewhere": "Another tab came between. Look how it stands now, and try again if need be.",
    "stopped": "An interview is running, so nothing is sent. Try again after it.",
    "storage-full": "This device is full. Free some space; what has come so far is kept.",
    "storage-denied": "This browser keeps nothing, or lets nobody read it (private mode?).",
    "storage-blocked": "Another tab holds the notes of an older version. Close it.",
    "storage-newer": "A newer version has been used here. Reload to get it.",
    "storage-failed": "This device could not read or save it.",
}
FAULT = "The server has a fault."
GOES_ON = "Nothing here is lost; it goes on by itself."
# These say themselves what has to be done first.
WAITING_FOR_YOU = (
    "code_needed", "vault_gone", "vault_exists", "unauthorized", "vault_full", "body_too_large", "sign-in",
    "storage-full", "storage-denied", "storage-blocked", "storage-newer",
)  # fmt: skip
# Where something may want people to sign in, which only a page that was not kept on the device can show.
SIGN_IN_FAULTS = ("sign-in", "not-ours")
SIGN_IN = "Go to the sign-in page"
# What did not come about by what a person asked for.
UNDONE = {
    "join": "Nothing has changed.",
    "change": "The old words are still in force. The new ones lead nowhere until this goes through: try again.",
    "leave": "Syncing has not stopped: try again.",
}
# What a server asks for before it takes a new history (CREATIONS=code).
JOIN_CODE = "Code from whoever runs the server"
GIVE_CODE = "Send the code"
# RETENTION_MONTHS, before and after.
RETENTION = ("This server deletes what nobody has used for ", " months.")
RETENTION_HOW = "Nothing is deleted from your devices, and one that comes back later sends everything again."
RESENT = (
    "The server no longer had this history: nobody had used it for long, or the server has lost it. Nothing is "
    "missing here; this device sends everything again."
)
STUCK = "too long for the server; kept on this device alone."
UNOPENED = "came from the server and do not open: damaged, or of a newer version. They are kept, not shown."
REFUSED = "erasures were refused: none of your devices has asked for them."

# What came of comparing what the server shows with what another device has said there is.
SHOWN = {
    "less": "The server shows less than another of your devices has put there, or shows something that was erased. It "
    "may have been set back to an older backup, or be keeping something back. Compare with your other device before "
    "you rely on what you see here.",
    "unconfirmed": "None of your other devices has confirmed yet that this is everything. That comes when one of them "
    "syncs.",
}

ADD = "Add a device"
ADD_HINT = "by code or by words"
ADD_HOW = (
    "Scan a code with the other device’s camera. Then compare a number on both screens, and let the other device in."
)
ADD_WORDS = "Without a camera: open this page on the other device and type the twelve words."
ADD_DANGER = "Whoever sees the words can read everything, until you change them. Make sure that nobody is looking."
SHOW = "Hold to show the words"
SHOW_ONCE_MORE = "Once more to show the words"
HIDES_BY_ITSELF = "They hide by themselves after two minutes, and when you leave."
HIDE = "Hide them"

MOVE = "Move to the installed app"
MOVE_HINT = "from this browser"
MOVE_HOW = (
    "On an iPhone the app on the home screen has a store of its own and does not see what is in the browser. Switch "
    "this on here, open the app from the home screen, and type the words there from your paper. A code is no help: "
    "both would have to be open at once, and a phone shows only one. When both are in step, the browser’s copy may go."
)

CHANGE = "Change the words"
CHANGE_HINT = "when a device or the paper is lost"
CHANGE_HOW = "A lost device keeps what it has; it gets nothing new once the words are changed. This needs a connection."
CHANGE_NOW = "Hold to make new words"
CHANGE_ONCE_MORE = "Once more to make new words"

STOP = "Stop syncing"
STOP_HINT = "this device, or the server’s copy too"
STOP_HOW = "All that is on this device stays. Without the server’s copy your other devices stop as well."
STOP_KEEP = "Stop on this device"
STOP_DELETE = "Stop, and delete the server’s copy"

LATE = "From an erased interview"
LATE_WHY = "Written on another device before it knew. Keep it as an interview of its own, or erase it too."
ENTRIES = "entries"
KEEP = "Keep"
ERASE = "Erase"

HONEST_TITLE = "What this does not do"
HONEST = (
    "The server sees when and how often your devices ask, from which address, and roughly how much there is.",
    "It could keep things back, but not read, change or erase them. A new device notices when something is missing.",
    "It could show a new device everything as it once was. Only your other devices know better.",
    "The app itself comes from this server. Whoever controls it could serve another app: that is so on every web page.",
)
