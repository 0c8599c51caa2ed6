"""What the page about other devices says while one is added by a code."""

STOP = "Stop"

# On the device that gives.
SHOW = "Hold to show a code"
SHOW_AGAIN = "Once more to show a code"
ASKING = "Getting a code"
CODE = "A code for the other device’s camera"
CODE_TITLE = "Scan this with the other device"
CODE_HOW = "Point its camera here. The code works once, within two minutes. Your words are not in it."
CODE_IPHONE = "An iPhone’s camera opens the browser. In the app on its home screen, type the twelve words instead."
NUMBER_TITLE = "Type this number on the other device"
NUMBER_HOW = "It is asking for it now."
NUMBER_ELSE = "None of your devices is asking? Then stop: somebody else has scanned the code."
ASK_TITLE = "Let the other device in?"
ASK_HOW = "It should now show this same number. Once it is in, it can read everything."
ASK_ELSE = (
    "Hold only if you have just typed the number there yourself. If not, stop: somebody else has scanned the code."
)
ALLOW = "Hold to let it in"
ALLOW_AGAIN = "Once more to let it in"
GIVEN_TITLE = "The other device is in"
GIVEN_HOW = "It is fetching your history now. If you ever lose that device, change the words here."
NO_DEVICE = "No device was added"

# On the device that joins.
MEET_TITLE = "Join another device of yours?"
MEET_DANGER = (
    "Whoever made this code will be able to read everything on this device: what is here now, and whatever you add."
)
MEETING = "Looking for the device that shows the code"
TYPE_FIELD = "Number on your other device"
TYPE_ELSE = "Your other device now shows a number. If none of yours does, stop: somebody else made this code."
JOIN = "Join"
WAIT_TITLE = "Now hold the button on the other device"
WAIT_HOW = "It shows this same number and asks whether to let this device in. If its number is different, stop."
JOINING = "Joining"
NOT_JOINED = "Nothing was joined"
TRY_AGAIN = "Try again"
