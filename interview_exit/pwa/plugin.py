"""The plugin: what it asks of the person who writes rxconfig.py, and what it does at which step of the build."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import reflex as rx
from reflex.utils import prerequisites
from reflex_base.components.component import BaseComponent
from reflex_base.config import Config, get_config
from reflex_base.plugins.base import CommonContext, PostBuildContext, PreCompileContext
from reflex_components_core.base.meta import Image
from typing_extensions import Unpack

from interview_exit.pwa.cold_start import show_first, without_scrolling, without_theme
from interview_exit.pwa.licences import write_notices
from interview_exit.pwa.manifest import Identity, Listing, write_manifests
from interview_exit.pwa.mount import mount_document, mount_entry
from interview_exit.pwa.names import ICON_SOURCE, ICONS, NOTICES
from interview_exit.pwa.no_backend import ROOT, STATE, no_addresses, without_backend, without_providers
from interview_exit.pwa.page import dress_pages, kept_for_failure, widen_viewport, without_javascript
from interview_exit.pwa.worker import write_worker

WORKBOX = "workbox-build@7.4.1"
DOCUMENT, ENTRY = "app/_document.js", "app/entry.client.js"


@dataclass(frozen=True, kw_only=True)
class PwaPlugin(rx.plugins.Plugin):
    """Makes the built site installable and complete without a network.

    Args:
        identities: Names to install under; the first is the default.
        listing: What the install dialog shows for all of them.
        noscript: HTML to show, alone, when JavaScript is off.
        elsewhere: What a page says, alone, when it is served below a prefix, where it can't work.
        failure: HTML that every page keeps, unseen, in `<template id="failure">`, for when it fails.
        network_only: Path prefixes that the worker never answers.
        drop: Globs of files to delete from the built site, such as modules that the bundle already holds.
        left_out: Globs of files that are served but not kept offline.
        first: Globs of built modules that a page runs before the framework's own.
    """

    identities: Sequence[Identity]
    listing: Listing
    noscript: str = ""
    elsewhere: str = ""
    failure: str = ""
    network_only: Sequence[str] = ("/api/",)
    drop: Sequence[str] = ()
    left_out: Sequence[str] = ()
    first: Sequence[str] = ()

    def get_frontend_development_dependencies(self, **context: Unpack[CommonContext]) -> list[str]:
        """Return what Node needs at build time."""
        return [WORKBOX]

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Correct what only the framework's source can change."""
        refuse_prefix(get_config())
        context["add_modify_task"](DOCUMENT, widen_viewport)
        context["add_modify_task"](DOCUMENT, without_theme)
        context["add_modify_task"](STATE, without_backend)
        context["add_modify_task"](ROOT, without_providers)
        context["add_modify_task"](DOCUMENT, mount_document)
        context["add_modify_task"](ENTRY, mount_entry)

    def update_env_json(self, **context: Unpack[CommonContext]) -> dict[str, None]:
        """Correct what the site is told of its backend."""
        return no_addresses()

    def enter_component(self, comp: BaseComponent, /, **context: object) -> BaseComponent | None:
        """Leave out the picture for links to the page: Reflex names one on every page, whether there is one or not."""
        return rx.fragment() if isinstance(comp, Image) else None  # pyright: ignore[reportUnknownMemberType]

    def post_build(self, **context: Unpack[PostBuildContext]) -> None:
        """Complete the built site; the worker comes last, since it lists the finished files."""
        static_dir = context["static_dir"]
        drop_files(static_dir, [f"{ICONS}/{ICON_SOURCE}", *self.drop])
        write_manifests(static_dir, self.identities, self.listing)
        show_first(static_dir, self.first)
        without_scrolling(static_dir)
        unseen = without_javascript(self.noscript) + kept_for_failure(self.failure)
        dress_pages(static_dir, self.identities, self.listing.colours, unseen, self.elsewhere)
        write_notices(prerequisites.get_web_dir(), static_dir)
        screenshots = [picture.file for picture in self.listing.screenshots]
        write_worker(
            prerequisites.get_web_dir(),
            static_dir,
            self.network_only,
            [*self.left_out, *screenshots, NOTICES],
        )


def refuse_prefix(config: Config) -> None:
    """Let nobody build the site for a path: its worker, its manifests and all that they name are at the root of a host.

    Raises:
        ValueError: If the configuration names a path for it.
    """
    if path := config.frontend_path.strip("/"):
        msg = f"frontend_path must be empty, not {path!r}: the site works only at the root of a host name"
        raise ValueError(msg)


def drop_files(static_dir: Path, globs: Sequence[str]) -> None:
    """Delete what the pages do not need as a file of its own."""
    for glob in globs:
        for path in list(static_dir.glob(glob)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
