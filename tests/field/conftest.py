"""What the field does to the app: each condition is a module of its own, that any journey can be run under."""

from tests.pwa.conftest import built, replica

__all__ = ["built", "replica"]
