"""What the page about other devices says while one is added by a code."""

STOP = "Stop"

# On the device that gives.
SHOW = "Hold to show a code"
SHOW_AGAIN = "Press again to show a code"
ASKING = "Getting a code"
CODE = "A code for the other device’s camera"
CODE_TITLE = "Scan this with the other device"
CODE_HOW = "Point its camera here. The code works once, within two minutes. It doesn’t contain your recovery phrase."
CODE_IPHONE = "An iPhone’s camera opens the browser. In the app on its home screen, type the recovery phrase instead."
NUMBER_TITLE = "Type this number on the other device"
NUMBER_HOW = "It’s asking for it now."
NUMBER_ELSE = "Is none of your devices asking? Then stop: somebody else has scanned the code."
ASK_TITLE = "Let the other device in?"
ASK_HOW = "It should be showing this same number. Once it’s in, it can read everything."
ASK_ELSE = "Only hold if you’ve just typed the number there yourself. If not, stop: somebody else has scanned the code."
ALLOW = "Hold to let it in"
ALLOW_AGAIN = "Press again to let it in"
GIVEN_TITLE = "The other device is in"
GIVEN_HOW = "It’s fetching your history now. If you ever lose that device, change the recovery phrase here."
NO_DEVICE = "No device was added"

# On the device that joins.
MEET_TITLE = "Join another device of yours?"
MEET_DANGER = (
    "Whoever made this code will be able to read everything on this device: what’s here now, and whatever you add."
)
MEETING = "Looking for the device that shows the code"
TYPE_FIELD = "Number on your other device"
TYPE_ELSE = "Your other device is now showing a number. If none of yours is, stop: somebody else made this code."
JOIN = "Join"
WAIT_TITLE = "Now hold the button on the other device"
WAIT_HOW = "It’s showing this same number and asking whether to let this device in. If its number is different, stop."
JOINING = "Joining"
NOT_JOINED = "Not joined"
TRY_AGAIN = "Try again"
