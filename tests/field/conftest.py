"""The field: conditions that the app meets there, each a module of its own, under which any journey can be run."""

from tests.client.conftest import device, first, line, pair, sealed_database
from tests.field.body_limit import limited_origin
from tests.field.tls_proxy import behind_tls, trusting_browser
from tests.pwa.conftest import built, replica

__all__ = ["behind_tls", "built", "device", "first", "limited_origin", "line", "pair", "replica", "sealed_database"]
__all__ += ["trusting_browser"]
