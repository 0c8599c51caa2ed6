"""Serves the built site: one version of it, held in memory from a process's start to its end.

No answer sends anybody elsewhere. A page's address works with and without the slash at its end, since a redirect would
have to name the scheme, which a server behind a TLS proxy can only guess; and browsers carry the fragment, which may
hold a secret, to wherever they are sent. No path that is asked for ever reaches the file system either: it is looked
up among the files that there were at the start, and whatever is not among them gets the page for that.

Mount it as an app's last resort (`Starlette(...).router.default = site(folder)`) and not with `Mount`, whose pattern
does not match a line break in a path.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import MimeTypes
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

# How a browser spells an encoding, best first, and what the file is called that holds it; "" is the file itself.
SIDECARS: Final = {"br": ".br", "gzip": ".gz", "": ""}
INDEX: Final = "index.html"
NOT_FOUND: Final = "/404.html"
JAVASCRIPT: Final = {".js", ".mjs"}
RANGE: Final = re.compile(r"bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))", re.ASCII)
UNACCEPTABLE: Final = re.compile(r"0(\.0*)?")
TYPES: Final = MimeTypes()


@dataclass(frozen=True)
class Form:
    """One way to send a file."""

    body: bytes
    headers: Mapping[str, str]


# By encoding, in the order of SIDECARS; the last is the file itself.
File = dict[str, Form]


def site(static_dir: Path) -> ASGIApp:
    """Return an app that answers with what lies in a folder.

    Args:
        static_dir: The built site; compressed copies lie beside its files.
    """
    files = read(static_dir)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        elif scope["type"] == "http":
            await respond(files, scope["method"], scope["path"], Headers(scope=scope))(scope, receive, send)

    return answer


def read(static_dir: Path) -> dict[str, File]:
    """Return every file by each path that it answers; a page has two more than the file."""
    files: dict[str, File] = {}
    for path in sorted(static_dir.rglob("*")):
        if path.is_file() and path.suffix not in {".br", ".gz"}:
            file, url = _file(path), f"/{path.relative_to(static_dir).as_posix()}"
            files[url] = file
            if path.name == INDEX:
                folder = url.removesuffix(INDEX)
                files |= {folder: file, folder.rstrip("/") or "/": file}
    return files


def respond(files: Mapping[str, File], method: str, path: str, asked: Headers) -> Response:
    """Return the answer to one request."""
    if method not in {"GET", "HEAD"}:
        return _text("Method Not Allowed", 405, {"allow": "GET, HEAD"})
    accepted = asked.get("accept-encoding", "")
    if file := files.get(path):
        answer = _found(chosen(file, accepted), asked if method == "GET" else _without_range(asked))
    elif page := files.get(NOT_FOUND):
        answer = _missing(chosen(page, accepted))
    else:
        answer = _text("Not Found", 404, {})
    if method == "HEAD":
        # Its headers have been made: they tell of what a GET would bring.
        answer.body = b""
    return answer


def chosen(file: File, accepted: str) -> Form:
    """Return a file in the best encoding that a browser understands; it may name those that it refuses."""
    names = (part.partition(";") for part in accepted.lower().split(","))
    weights = {name.strip(): options.replace(" ", "").removeprefix("q=") for name, _, options in names}
    for encoding, form in file.items():
        weight = weights.get(encoding, weights.get("*"))
        if not encoding or (weight is not None and not UNACCEPTABLE.fullmatch(weight)):
            return form
    return file[""]


def _file(path: Path) -> File:
    sidecars = {encoding: path.with_name(path.name + suffix) for encoding, suffix in SIDECARS.items()}
    present = {encoding: sidecar for encoding, sidecar in sidecars.items() if sidecar.is_file()}
    varies = {"vary": "Accept-Encoding"} if len(present) > 1 else {}
    kind = {"content-type": _type(path)}
    return {encoding: _form(sidecar.read_bytes(), encoding, kind | varies) for encoding, sidecar in present.items()}


def _form(body: bytes, encoding: str, headers: dict[str, str]) -> Form:
    coded = {"content-encoding": encoding} if encoding else {}
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    return Form(body, headers | coded | {"etag": etag, "accept-ranges": "bytes"})


def _type(path: Path) -> str:
    kind = "text/javascript" if path.suffix in JAVASCRIPT else TYPES.guess_type(path.name, strict=False)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _found(form: Form, asked: Mapping[str, str]) -> Response:
    etag = form.headers["etag"]
    if _is_known(etag, asked.get("if-none-match", "")):
        return Response(None, 304, {name: form.headers[name] for name in ("etag", "vary") if name in form.headers})
    if asked.get("if-range", etag) == etag and (answer := _part(form, asked.get("range", ""))):
        return answer
    return Response(form.body, 200, form.headers)


def _is_known(etag: str, given: str) -> bool:
    return given.strip() == "*" or etag in {tag.strip().removeprefix("W/") for tag in given.split(",")}


def _part(form: Form, wanted: str) -> Response | None:
    """Return one part of a file; whoever wants several, or something odd, may as well get everything."""
    found = RANGE.fullmatch(wanted.strip())
    if not found:
        return None
    size = len(form.body)
    first, last, length = found.groups()
    start = max(0, size - int(length)) if length else int(first)
    end = int(last) + 1 if last else size
    if last and end <= start:
        return None
    part = form.body[start:end]
    if not part:
        return Response(None, 416, {"content-range": f"bytes */{size}"})
    return Response(part, 206, {**form.headers, "content-range": f"bytes {start}-{start + len(part) - 1}/{size}"})


def _without_range(asked: Headers) -> dict[str, str]:
    return {name: value for name, value in asked.items() if name != "range"}


def _missing(form: Form) -> Response:
    """Return a page that stands for another: there is nothing to ask again for it by."""
    kept = {name: value for name, value in form.headers.items() if name not in {"etag", "accept-ranges"}}
    return Response(form.body, 404, kept)


def _text(words: str, status: int, headers: dict[str, str]) -> Response:
    return Response(words, status, headers, "text/plain")
