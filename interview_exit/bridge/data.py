"""The page of one's own data."""

from typing import TypedDict

from interview_exit.bridge.doorway import Call, FileList, Module, Value


class FoundInFile(TypedDict):
    """What a file holds, and how much of it is not here."""

    made: str
    interviews: int
    fresh: int
    records: int
    erased: int


class Export(Module, path="data/export", reader="use-keeping"):
    """A copy of everything, to keep outside the app."""

    making: Value[str]
    share: Value[int]
    told: Value[str]
    left: Value[int]
    keep_file: Call[()]
    keep_table: Call[()]
    stop: Call[()]


class Import(Module, path="data/import", reader="use-keeping"):
    """A copy that is brought back."""

    step: Value[str]
    share: Value[int]
    fault: Value[str]
    line: Value[int]
    record: Value[int]
    found: Value[FoundInFile]
    edition: Value[int]
    open: Call[FileList]
    bring_in: Call[()]
    leave: Call[()]


class EraseAll(Module, path="data/erase-all", reader="use-keeping"):
    """Erasing everything, and stopping it in time."""

    step: Value[str]
    left: Value[int]
    holding: Value[bool]
    armed: Value[bool]
    fault: Value[str]
    stop: Call[()]
    begin_anew: Call[()]
