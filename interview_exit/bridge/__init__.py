"""The only doorway to JavaScript: typed values to read, functions to call.

What crosses: Python compiles pages that read these values and call these functions in the browser, on the phone.
What never crosses: nothing here is a Reflex event, so no tap waits for a server and no word leaves the device.

Each file is named after a folder of assets/client, and declares its modules as classes (doorway.py):

live, cover, app                    what every page has
prepare, after, history, data, sync  what only some pages have, and no other loads

Beside them: generated.py writes the modules that come from Python alone, elements.py and failure.py correct how Reflex
builds elements and where it catches errors.
"""
