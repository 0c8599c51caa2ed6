"""Below a prefix the app can't work: build and start refuse it, and a page that is there all the same says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from interview_exit import routes
from interview_exit.words.texts import labels
from tests.field.prefix import below_prefix
from tests.support.browsers import PHONE
from tests.support.site import ROOT

NOTHING = "respond 404"
ANOTHER_APP = 'header Content-Type text/html\n    respond "<!doctype html><p>Another app"'


@pytest.mark.parametrize("stripped", [True, False], ids=["stripped", "handed on"])
@pytest.mark.parametrize("other", [NOTHING, ANOTHER_APP], ids=["nothing", "another app"])
def test_a_page_below_a_prefix_says_that_it_cannot_work(
    other: str, stripped: bool, site: str, chromium: Browser, tmp_path: Path
) -> None:
    with below_prefix(site, tmp_path, stripped=stripped, other=other) as address:
        page = chromium.new_page(**PHONE)
        for path in (
            "/",
            f"{routes.HISTORY.rstrip('/')}/",
            f"{routes.DEVICES.rstrip('/')}/#AAAAAAAAAAAAAAAAAAAAAA",
            "/404.html",
        ):
            page.goto(address + path)
            expect(page.locator("body")).to_have_text(labels.ELSEWHERE)
            assert page.locator("button, a, input").count() == 0
        page.close()


@pytest.mark.parametrize(
    ("module", "sentence"),
    [
        (
            "tools.export",
            "The site can't be built: frontend_path must be empty, not 'exit': the site works only at the",
        ),
        ("interview_exit.serve", "REFLEX_FRONTEND_PATH must be unset, not 'exit': the app works only at the root of a"),
    ],
    ids=["build", "start"],
)
def test_build_and_start_refuse_a_prefix(module: str, sentence: str) -> None:
    command, environ = [sys.executable, "-m", module], os.environ | {"REFLEX_FRONTEND_PATH": "/exit"}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1
