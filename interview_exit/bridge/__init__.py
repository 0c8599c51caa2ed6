"""The only doorway to JavaScript: typed values to read, named actions to call.

What crosses: Python compiles pages that read these values and call these actions in the browser, on the phone.
What never crosses: nothing here is a Reflex event, so no tap waits for a server and no word leaves the device.

One file per JavaScript module of the same name, and the names of its exports are spelled there and nowhere else in
Python; tests/contracts/test_client_names.py checks that each one is really exported:

ledger     the interviews: what happened, which way forward fits, what to say
session    what takes several modules at once
pause      the clock
cover      the notepad in front
update     installing, and new versions

for the page that prepares an interview, and loaded by no other:

planning   the plan for the next interview
choices    hard nos, flags of one's own, what stands on the first screen
drill      how long five seconds feel
rehearsal  the words, one script at a time

for the pages that look back:

debrief    what the candidate made of an interview
people     whom to know again
promises   what they said they would check
letter     the note to them

for the page about other devices, and the lines that lead there:

standing   how sync stands
devices    switching it on, joining, changing the words, leaving
pairing    adding a device by a code and a number
reveal     the words of this device, for a while
deliberate the controls of that page that are held

for the page about what the server sees:

holding    what the server holds, asked for while it is shown

for the insights:

insights   what comes up over all interviews

for the page of one's own data, and the one for paper:

copy       everything in a file, or a table
restore    a copy that is brought back
erasing    the end of everything
printing   interviews on paper

for the pages about the past:

listing    all interviews, as they are looked for
desk       moving through them, by keys and side by side
chronicle  the timeline of one
discard    erasing an entry, or an interview
company    all interviews with one company
"""
