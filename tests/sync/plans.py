"""What PostgreSQL would do for each statement that the service sends: which parts of the tables it looks at."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.sql import Literal
from sqlalchemy import Engine, event

MODES = ("force_custom_plan", "force_generic_plan")
PLACE = re.compile(r"%\((\w+)\)s")
KINDS = ("SELECT", "INSERT", "UPDATE", "DELETE")
Parameters = dict[str, Any]


@contextmanager
def recorded() -> Iterator[dict[str, Parameters]]:
    """Record what any engine sends meanwhile: every statement, with some of its parameters."""
    sent: dict[str, Parameters] = {}

    def record(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:  # noqa: ANN401, a dict or some
        statement = statement.strip()
        if statement.startswith(KINDS) and "pg_" not in statement:
            sent.setdefault(statement, parameters[0] if isinstance(parameters, list) else parameters)

    event.listen(Engine, "before_cursor_execute", record)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", record)


def parts(connection: "psycopg.Connection[Any]", statement: str, parameters: Parameters, mode: str) -> set[str]:
    """Return the tables that a statement is carried out on: with its parameters known, or before they are."""
    names = list(dict.fromkeys(PLACE.findall(statement)))
    numbered = PLACE.sub(lambda found: f"${names.index(found[1]) + 1}", statement)
    values = ", ".join(Literal(parameters[name]).as_string(connection) for name in names)
    connection.execute("DEALLOCATE ALL")
    run: Any = connection.execute
    run(f"SET plan_cache_mode = {mode}")
    run(f"PREPARE one AS {numbered}")
    [[plan]] = run(f"EXPLAIN (FORMAT JSON) EXECUTE one{f'({values})' if values else ''}").fetchone()
    return set(_looked_at(plan["Plan"]))


def _looked_at(plan: dict[str, Any]) -> Iterator[str]:
    # Of a change it names each part that there is; below that stand those where it is carried out.
    if plan["Node Type"] != "ModifyTable" and "Relation Name" in plan:
        yield plan["Relation Name"]
    # What another server reckons up there: "Aggregate on (vault_0)".
    yield from re.findall(r"\((\w+)\)", plan.get("Relations", ""))
    for below in plan.get("Plans", ()):
        yield from _looked_at(below)
