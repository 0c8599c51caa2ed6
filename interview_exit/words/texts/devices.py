"""What the page about other devices says."""

TITLE = "Other devices"
LINK = "Other devices"
OFF = "off"
WHAT = (
    "Your history can be synced to several devices, and outlive a lost phone. It’s sealed on this device before "
    "it’s sent: the server stores it and can’t read it."
)
KEY = (
    "A recovery phrase of twelve words is the only key. Whoever has it can read everything. Without it, and "
    "without any of your devices, nobody can get the history back, including us."
)
SWITCH_ON = "Switch sync on"
HAVE_WORDS = "I have a recovery phrase"
NOT_NOW = "Not now"

WORDS_TITLE = "Write these twelve words down"
WORDS_WHY = (
    "On paper, in this order. A screenshot would end up among your photos. You’ll be asked for three of them next."
)
NEW_WORDS_WHY = (
    "These replace the old words. Everything is sealed again, then the old copy on the server is deleted. Your "
    "other devices need the new words; whatever only they have stays on them until then."
)
WRITTEN = "I’ve written them down"
CHECK_TITLE = "Three of them, please"
WORD = "Word"
SHOW_AGAIN = "Show them again"
PROVE = "Continue"

JOIN_TITLE = "Join your other device"
JOIN_HINT = "The twelve words, in order. Numbers and line breaks between them don’t matter."
JOIN_FIELD = "Recovery phrase"
JOIN = "Join"
JOIN_DANGER = (
    "Whoever knows this phrase will be able to read everything on this device. Only type words you wrote down yourself."
)

STATUSES = {
    "off": "Off",
    "synced": "Synced",
    "waiting": "Not synced yet",
    "syncing": "Syncing",
    "offline": "Offline: it carries on when there’s a connection",
    "failed": "Not synced",
    "paused": "Paused during the interview: nothing is sent",
}
QUIET = (
    "After an interview, syncing waits five to twenty minutes, so that its timing tells nobody when you left. "
    "“Sync now” doesn’t wait."
)
SINCE = "at"
WAITING = "waiting to be sent"
RECEIVED = "received"
SENT_OF = "sent, of"
NOW = "Sync now"

# What went wrong, and what to do; the key is a code of recovery-phrase.js, api.js, sync/errors.py or storage-errors.js.
# None says what follows: a round goes on by itself, and what a person asked for does not.
FAULTS = {
    "words-unknown": "isn’t in the list of words. Check it letter by letter.",
    "words-count": "That isn’t twelve words. There are",
    "words-mistaken": "These twelve don’t belong together: one of them is wrong, or two are swapped.",
    "check-wrong": "is a different word. Check your paper, or show them again.",
    "words-missing": "The list of words couldn’t be loaded. Try again when you have a connection.",
    "code-old": "This code is from an older version of the app. Show a new one on the other device.",
    "code-damaged": "That’s only part of a code. Scan it again.",
    "insecure": "Sync can’t be switched on here, because without https the browser can’t seal anything: open the "
    "app at its https address.",
    "in-step": "This device is already synced with others. To join another one, stop syncing here first.",
    "pairing_unknown": "This code no longer works: it has expired, it was used, or the other device has stopped. "
    "Show a new one.",
    "pairing_used": "A code works only once, and this one has already been scanned. Show a new one.",
    "pairing-broken": "Something came between the two devices. Show a new code, or use the recovery phrase.",
    "number-short": "The number has six digits.",
    "number-wrong": "That isn’t the number. Check the other device again.",
    "numbers-differ": "The numbers don’t match: this isn’t your other device, or something came between them. Show a "
    "new code, or use the recovery phrase.",
    "too_many_pairings": "Too many codes were requested. Wait a little, or use the recovery phrase.",
    "vault_unknown": "There’s no history under this phrase here. If the phrase is right, open the app on the other "
    "device first.",
    "not_found": "The server runs an older version of this app, which can’t do this yet.",
    "vault_gone": "The recovery phrase was changed, or the server’s copy deleted, on another device. Everything here "
    "stays here. Enter the new phrase, or stop syncing.",
    "already-on": "This device is synced under another phrase. Stop syncing here first, then join.",
    "kept-already": "This device is already synced, under another phrase.",
    "vault_exists": "The server knows this phrase under another secret and refuses it.",
    "unauthorized": "The server refuses this recovery phrase.",
    "vault_full": "The server has no more space for this history. Anything new stays on this device. Erase interviews "
    "you no longer need; erasing still works.",
    "too_many_requests": "The server is busy. Try again in a moment.",
    "too_many_vaults": "Too many histories were started, or codes tried, from this network in the past hour.",
    "too_much_sent": "Too much has been sent from this network in the past hour. It will carry on by itself later.",
    "code_needed": "This server asks for a code before it accepts a new history. Whoever runs it can give you one.",
    "code_wrong": "That isn’t the code. Check it again, or ask whoever runs the server.",
    "creations_closed": "This server isn’t accepting new histories. Whoever runs it can change that.",
    "server_full": "The server has no space left. Anything new stays on this device until it has.",
    "body_too_large": "The server refused part of it as too large. Please report this; nothing here is lost.",
    "unreachable": "The server isn’t answering.",
    "not-ours": "Something between you and the server answered instead, such as a Wi-Fi sign-in page. Its answer "
    "was ignored.",
    "sign-in": "Something in front of the server asks you to sign in first: the Wi-Fi you are on, or whoever runs the "
    "server. Until you do, nothing is sent; nothing here is lost.",
    "gateway": "The server can’t be reached right now. Something in front of it answered instead.",
    "proxy-limit": "Something between you and the server doesn’t let anything this large through.",
    "record-too-large": "Something between you and the server, such as a company’s proxy, doesn’t let one of your "
    "entries through: it’s too large. It stays on this device until another connection takes it; the rest is synced.",
    "odd-answer": "The server sent an unexpected reply. It was ignored.",
    "elsewhere": "Another tab got there first. Check how things stand now, and try again if you need to.",
    "stopped": "An interview is under way, so nothing is sent. Try again afterwards.",
    "storage-full": "This device is full. Free up some space; what has arrived so far is kept.",
    "storage-denied": "This browser isn’t storing anything, or won’t let it be read (private mode?).",
    "storage-blocked": "Another tab is running an older version. Close it.",
    "storage-newer": "A newer version has been used here. Reload to get it.",
    "storage-failed": "This device couldn’t read or save it.",
}
FAULT = "The server has a fault."
GOES_ON = "Nothing here is lost, and it will carry on by itself."
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
    "change": "The old phrase is still valid. The new one won’t work until this goes through: try again.",
    "leave": "Syncing hasn’t stopped: try again.",
}
# What a server asks for before it takes a new history (CREATIONS=code).
JOIN_CODE = "Code from whoever runs the server"
GIVE_CODE = "Send the code"
# RETENTION_MONTHS, before and after.
RETENTION = ("This server deletes a history that nobody has used for ", " months.")
RETENTION_HOW = "Nothing is deleted from your devices: the next one you open sends everything again."
RESENT = (
    "The server no longer had this history: either nobody had used it for a long time, or the server lost it. Nothing "
    "is missing here, and this device is sending everything again."
)
STUCK = "too long for the server; kept on this device only."
UNOPENED = "came from the server and can’t be opened: damaged, or from a newer version. They’re kept, but not shown."
REFUSED = "requests to erase were refused: none of your devices made them."

# What came of comparing what the server shows with what another device has said there is.
SHOWN = {
    "less": "The server shows less than another of your devices put there, or shows something that was erased. It may "
    "have been set back to an older backup, or it may be holding something back. Compare with your other device "
    "before you rely on what you see here.",
    "unconfirmed": "None of your other devices has confirmed yet that this is everything. One will, the next time it "
    "syncs.",
}

ADD = "Add a device"
ADD_HINT = "with a code or the recovery phrase"
ADD_HOW = (
    "Scan a code with the other device’s camera. Then compare the number on both screens, and let the other device in."
)
ADD_WORDS = "Without a camera: open this page on the other device and type the recovery phrase."
ADD_DANGER = "Whoever sees the phrase can read everything, until you change it. Make sure nobody is looking."
SHOW = "Hold to show the phrase"
SHOW_ONCE_MORE = "Press again to show the phrase"
HIDES_BY_ITSELF = "It’s hidden again after two minutes, and when you leave."
HIDE = "Hide it"

MOVE = "Move to the installed app"
MOVE_HINT = "from this browser"
MOVE_HOW = (
    "On an iPhone, the app on the home screen has storage of its own and can’t see what’s in the browser. Switch "
    "sync on here, open the app from the home screen, and type the recovery phrase there from your paper. A code "
    "won’t work: both would have to be open at once, and a phone shows only one. Once both are synced, you can "
    "delete the copy in the browser."
)

CHANGE = "Change the recovery phrase"
CHANGE_HINT = "if a device or the paper is lost"
CHANGE_HOW = (
    "A lost device keeps what it has, but gets nothing new once the phrase is changed. This needs a connection."
)
CHANGE_NOW = "Hold to make a new phrase"
CHANGE_ONCE_MORE = "Press again to make a new phrase"

STOP = "Stop syncing"
STOP_HINT = "on this device, or delete the server’s copy too"
STOP_HOW = "Everything on this device stays. Without the server’s copy, your other devices stop syncing too."
STOP_KEEP = "Stop on this device"
STOP_DELETE = "Stop and delete the server’s copy"

LATE = "From an erased interview"
LATE_WHY = "Written on another device before it knew. Keep it as a separate interview, or erase it too."
ENTRIES = "entries"
KEEP = "Keep"
ERASE = "Erase"

HONEST_TITLE = "What sync doesn’t protect you from"
HONEST = (
    "The server sees when and how often your devices ask, from which address, and roughly how much there is.",
    "It could hold things back, but can’t read, change or erase them. A new device notices when something is missing.",
    "It could show a new device an old state of everything. Only your other devices would know.",
    "The app itself comes from this server. Whoever controls it could serve a different app, as with any web page.",
)
