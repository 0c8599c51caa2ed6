"""Writes what tsc and editors are told of generated modules into .build/types: `python -m tools.typescript`.

tools/tsconfig.json lays that folder over assets/client, as the build lays the modules themselves.
"""

import shutil

from interview_exit.bridge.generated import types
from tools.commands import LOGS

TYPES = LOGS / "types"


def main() -> None:
    """Write them anew."""
    shutil.rmtree(TYPES, ignore_errors=True)
    for name, source in types().items():
        path = TYPES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
