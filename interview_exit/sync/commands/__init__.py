"""What an operator types. Each command is a file of its own, and tells in a sentence why it can't do its work."""


class CommandError(Exception):
    """Why a command can't do what it was asked for, and what to do about it, in a sentence or two."""
