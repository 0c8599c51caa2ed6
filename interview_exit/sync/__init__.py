"""The server half: it orders and keeps sealed records, and can open none of them.

Only opaque bytes, their ids and their order live here; no name, word, time or kind of a record ever does.
"""
