"""Says whether the server can do its work: `GET /api/v1/health`."""

from functools import cache

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from interview_exit import settings


@cache
def engine() -> Engine:
    """Return the one engine of this process."""
    return create_engine(settings.load().database_url)


def health(_: Request) -> JSONResponse:
    """Answer 200 when the database answers, else 503."""
    try:
        with engine().connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return JSONResponse({"code": "database_unavailable", "detail": "The database does not answer."}, 503)
    return JSONResponse({"status": "ok"})


routes = [Route("/api/v1/health", health)]
