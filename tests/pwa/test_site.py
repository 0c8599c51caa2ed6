"""The built site is served as it lies there: each page at both spellings, and nobody is sent elsewhere."""

import gzip
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from interview_exit.pwa.site import File, read, respond, site
from tests.pwa.built import ROUTES, pages

PLAIN = {"accept-encoding": "identity"}
# What asks for a page by another way, or tries to get out of the folder or be sent elsewhere.
ODD = [
    "//evil.example/..",
    "//evil.example/devices",
    "/%2fevil.example",
    "/%5cevil.example",
    "/devices//",
    "/devices/..",
    "/devices/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
    "/%0a",
    "/devices%0a",
    "/devices%0d%0aset-cookie:a=b",
    "/%00",
    "/devices%00",
    "/%ff",
    "/history/no/such",
    "/assets",
    "/assets/",
    "/icons/notes",
    "/index.html.gz",
    "/" + "a" * 5000,
]


@pytest.fixture(scope="module")
def client(built: Path) -> TestClient:
    """A client of the built site that shows each answer as it came."""
    return TestClient(site(built), follow_redirects=False)


@pytest.fixture(scope="module")
def files(built: Path) -> dict[str, File]:
    """The built site as it is held."""
    return read(built)


@pytest.fixture
def small(tmp_path: Path) -> TestClient:
    """A client of a site of two files."""
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("0123456789")
    (tmp_path / "notes.js").write_text("export {}")
    for encoded in ("notes.js.br", "notes.js.gz"):
        (tmp_path / encoded).write_bytes(gzip.compress(b"export {}"))
    return TestClient(site(tmp_path), follow_redirects=False)


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_is_there_with_and_without_the_slash(route: str, client: TestClient, built: Path) -> None:
    page = (built / route[1:] / "index.html").read_bytes()
    for spelling in {route, f"{route}?query=1", route.rstrip("/") + "/", route.rstrip("/") + "/?query=1"}:
        for method in ("GET", "HEAD"):
            answer = client.request(method, spelling, headers={"x-forwarded-proto": "https"})
            assert answer.status_code == 200, spelling
            assert "location" not in answer.headers
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.content == (page if method == "GET" else b"")


@pytest.mark.parametrize("path", ODD)
def test_whatever_is_not_there_gets_the_page_for_that_and_is_sent_nowhere(
    path: str, files: dict[str, File], built: Path
) -> None:
    # Not by way of a client, which would mend the path.
    answer = respond(files, "GET", unquote(path, errors="replace"), Headers({}))
    assert answer.status_code == 404
    assert "location" not in answer.headers
    assert "etag" not in answer.headers
    assert answer.body == (built / "404.html").read_bytes()
    assert answer.headers["content-type"].startswith("text/html")


def test_every_file_is_served_as_it_is_and_known_again(client: TestClient, built: Path) -> None:
    for file in (path for path in built.rglob("*") if path.is_file() and path.suffix != ".gz"):
        url = "/" + quote(file.relative_to(built).as_posix())
        plain, packed = client.get(url, headers=PLAIN), client.get(url, headers={"accept-encoding": "gzip"})
        assert plain.content == packed.content == file.read_bytes(), url
        assert ("content-encoding" in packed.headers) == file.with_name(file.name + ".gz").exists(), url
        for answer, encoding in ((plain, "identity"), (packed, "gzip")):
            known = {"accept-encoding": encoding, "if-none-match": f'"x", W/{answer.headers["etag"]}'}
            again = client.get(url, headers=known)
            assert (again.status_code, again.content) == (304, b""), url
            assert again.headers.get("vary") == answer.headers.get("vary")
    assert len(pages(built)) > len(ROUTES)


def test_a_browser_gets_the_encoding_it_understands(small: TestClient) -> None:
    asked = {
        "gzip, br": "br",
        "gzip": "gzip",
        "*": "br",
        "br;q=0, gzip;q=0.5": "gzip",
        "br; q=0.000, *": "gzip",
        "gzip;q=0": None,
        "": None,
        "identity": None,
        "zstd,,;": None,
    }
    seen = {}
    for accepted in asked:
        with small.stream("GET", "/notes.js", headers={"accept-encoding": accepted}) as answer:
            seen[accepted] = answer.headers.get("content-encoding")
            assert answer.headers["vary"] == "Accept-Encoding"
            assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert seen == asked
    assert "vary" not in small.get("/page").headers


@pytest.mark.parametrize(
    ("wanted", "status", "content", "place"),
    [
        ("bytes=2-4", 206, "234", "bytes 2-4/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=-2", 206, "89", "bytes 8-9/10"),
        ("bytes=5-99", 206, "56789", "bytes 5-9/10"),
        ("bytes=10-", 416, "", "bytes */10"),
        ("bytes=-0", 416, "", "bytes */10"),
        ("bytes=4-2", 200, "0123456789", None),
        ("bytes=0-1,3-4", 200, "0123456789", None),
        ("bytes=" + "9" * 5000 + "-", 200, "0123456789", None),
        ("lines=1-2", 200, "0123456789", None),
    ],
)
def test_one_part_of_a_file_can_be_had(
    wanted: str, status: int, content: str, place: str | None, small: TestClient
) -> None:
    answer = small.get("/page", headers={"range": wanted})
    assert (answer.status_code, answer.text, answer.headers.get("content-range")) == (status, content, place)
    assert small.get("/page", headers={"range": wanted, "if-range": '"other"'}).text == "0123456789"
    head = small.head("/page", headers={"range": wanted})
    assert (head.status_code, head.headers["content-length"]) == (200, "10")


def test_nothing_else_can_be_done_to_it(small: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"):
        answer = small.request(method, "/page")
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert small.get("/nothing").status_code == 404


def test_a_new_build_shows_only_at_the_next_start(small: TestClient, tmp_path: Path) -> None:
    """Half of one version and half of another would not fit together."""
    (tmp_path / "page" / "index.html").write_text("later")
    assert small.get("/page").text == "0123456789"
