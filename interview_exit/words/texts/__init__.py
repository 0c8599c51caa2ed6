"""Every visible word that is not something to say: a second language is one more such folder.

The words to say are in scripts.py and phrases.py, the flags' own in flags.py.
"""
