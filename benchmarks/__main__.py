"""Run the parts named on the command line, or all of them, and print their tables."""

import sys
from importlib import import_module

from benchmarks.report import printed

PARTS = ("phone", "history", "insights", "sync", "siege", "simulation", "join", "arrival")


def main() -> None:
    """Measure and print."""
    for name in sys.argv[1:] or PARTS:
        part = import_module(f"benchmarks.{name}")
        print(printed(name, part.run()), "\n", flush=True)


if __name__ == "__main__":
    main()
