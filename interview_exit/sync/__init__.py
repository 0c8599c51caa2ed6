"""The server half: it orders and keeps sealed records, and can open none of them.

Only opaque bytes, their ids and their order live here; no name, word, time or kind of a record ever does. What follows
is the protocol in prose; docs/protocol.md has it by address and field, good enough to write another client from.

**A vault** is what one set of devices shares. Its secret is derived from twelve words that never leave the devices, and
its id from the secret; the server keeps the id and a hash of the secret, and whoever sends that secret is a device of
the vault. Nobody else can tell whether there is such a vault, or create it (`ownership`).

**A record** is written once: an id chosen by a device, and a sealed blob. An id is absent, then live, then erased, and
never goes back. So every request may be repeated, by a device that got no answer or by two devices that agree: putting
what is live or erased, and erasing what is erased, changes nothing. Erasing removes the blob and keeps a tag by which
other devices tell that one of them asked for it. An erasure may come before its record, which then never appears.

**Order.** Each change takes the vault's next number, `seq`. Numbers are handed out under a lock that is held until the
commit, so they become visible in order: who has read up to 7 will never be shown a 6 later. An erased record takes a
new number, and so reaches those who had read past the old one.

**Pushing** sends a batch of puts and erasures that is applied whole or not at all, and acknowledged once it is on the
disk. **Pulling** asks for the changes after a cursor, and returns them in order with the next cursor. A device pulls
until there is no more, pushes until nothing waits, and pulls once again. It stores a cursor together with the records
that came with it. What a push answers is no cursor: other devices may have pushed in between.

**Epochs.** A server restored from a backup has lost changes that devices hold, and will hand out numbers again that
they have seen. Its operator therefore renews the epoch, which is in every answer about a vault: a device that sees a
new one starts over at cursor 0 and pushes everything it has. A push that names an old epoch is refused, and so is a
cursor beyond the last change, in case the operator forgot.

**Pairing.** A device that is to join meets one that has the vault in a place that lives for minutes, and passes its
messages on unread (pairings.py).

**The end.** A deleted vault answers 410 for ever; only its id and the hash of its secret are left.

| module     | what it does                                                          |
|------------|-----------------------------------------------------------------------|
| `app`      | puts the API together and beside the site; start reading here         |
| `api`      | what is done at each address                                          |
| `requests` | takes a request apart: who asks, then what                            |
| `ownership`| whose a vault is, in version 2 of the protocol                        |
| `wire`     | what travels, checked to the letter                                   |
| `errors`   | every refusal, in one table                                           |
| `limits`   | how often is too often                                                |
| `service`  | gets work done on the database without holding up other requests      |
| `writer`   | the one writer of SQLite                                              |
| `push`     | applies a batch, and hands out the numbers                            |
| `storage`  | everything else that is done to vaults and records                    |
| `retention`| deletes what nobody has used for long, if the operator wants that     |
| `pairings` | what is done to the table where devices meet                          |
| `database` | opens SQLite and PostgreSQL                                           |
| `models`   | the three tables                                                      |
| `openapi`  | describes the API to programs                                         |
| `log`      | what the server says of its own work                                  |
"""
