"""The field: conditions that the app meets there, each a module of its own, under which any journey can be run."""

from tests.field.tls_proxy import behind_tls, trusting_browser
from tests.pwa.conftest import built, replica

__all__ = ["behind_tls", "built", "replica", "trusting_browser"]
