"""The built site asks its own origin, or the build stops."""

from pathlib import Path

import pytest

from interview_exit.pwa.origin import same_origin


def built(folder: Path, source: str) -> Path:
    (folder / "assets").mkdir()
    chunk = folder / "assets" / "reflex-env-1.js"
    chunk.write_text(source)
    return chunk


def test_baked_addresses_become_paths_of_the_page_s_own_origin(tmp_path: Path) -> None:
    chunk = built(tmp_path, 'var e={PING:`http://localhost:8000/ping`,EVENT:"wss://host/_event",TRANSPORT:`websocket`}')
    same_origin(tmp_path)
    here = "((globalThis.location?.origin??`http://localhost`)+`{}`)"
    assert (
        chunk.read_text()
        == f"var e={{PING:{here.format('/ping')},EVENT:{here.format('/_event')},TRANSPORT:`websocket`}}"
    )


@pytest.mark.parametrize("source", ["", "var e={TRANSPORT:`websocket`}"])
def test_build_stops_when_there_is_no_address_to_change(tmp_path: Path, source: str) -> None:
    built(tmp_path, source)
    with pytest.raises(ValueError, match="reflex-env"):
        same_origin(tmp_path)
