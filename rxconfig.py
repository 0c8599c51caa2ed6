"""How Reflex builds the app: no telemetry, no badge, and the plugins that finish the site."""

import reflex as rx

from interview_exit import style
from interview_exit.bridge.elements import PlainElementsPlugin
from interview_exit.bridge.failure import FailurePlugin
from interview_exit.bridge.generated import GeneratedPlugin
from interview_exit.components.shared.mishap import notice
from interview_exit.pwa.manifest import Colours, Identity, Listing, Screenshot
from interview_exit.pwa.plugin import PwaPlugin
from interview_exit.words.texts import labels, settings, titles

config = rx.Config(
    app_name="interview_exit",
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_packages=["@scure/bip39@2.4.0", "lean-qr@2.7.4"],
    plugins=[
        GeneratedPlugin(),
        PlainElementsPlugin(),
        FailurePlugin(),
        PwaPlugin(
            identities=[Identity(id, name, name, settings.DESCRIPTION) for id, name in settings.IDENTITIES.items()],
            listing=Listing(
                Colours(light=style.PAPER, dark=style.PAPER_DARK),
                shortcuts=(),
                screenshots=(
                    Screenshot("screenshots/narrow-flags.png", "narrow", settings.PICTURE_FLAGS),
                    Screenshot("screenshots/narrow-words.png", "narrow", settings.PICTURE_WORDS),
                    Screenshot("screenshots/wide-flags.png", "wide", settings.PICTURE_FLAGS),
                ),
            ),
            noscript=f"<main class='page'><h1>{titles.NAME}</h1><p>{labels.NO_SCRIPT}</p></main>",
            elsewhere=labels.ELSEWHERE,
            failure=notice(),
            drop=["client", "styles"],
            first=["assets/use-live-*.js"],
        ),
    ],
    disable_plugins=[rx.plugins.SitemapPlugin],
)
