"""Where things are, below the site's root: shared by the build, the middleware and the worker."""

from typing import Final

WORKER: Final = "/sw.js"
WORKER_MAX_AGE_SECONDS: Final = 86_400
HASHED: Final = "/assets/"
MANIFESTS: Final = "manifests"
ICONS: Final = "icons"
ICON_SOURCE: Final = "source.svg"
NOTICES: Final = "licences.txt"


def manifest_path(identity: str) -> str:
    """Return the URL path of an identity's manifest."""
    return f"/{MANIFESTS}/{identity}.webmanifest"


def icon_path(identity: str, file: str) -> str:
    """Return the URL path of one of an identity's icons."""
    return f"/{ICONS}/{identity}/{file}"
