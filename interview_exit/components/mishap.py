"""What is shown instead of a page that fails; nobody hears of it.

Reflex's own boundary shows the error's message, which may hold a candidate's words, and in an app with a State sends it
to the server.
"""

import reflex as rx
from reflex_base.vars.function import ArgsFunctionOperation
from reflex_components_core.base.error_boundary import ErrorBoundary

from interview_exit import routes
from interview_exit.texts import labels


def mishap(stateful: bool) -> rx.Component:
    """Return the boundary around every page."""
    return ErrorBoundary.create(
        on_error=rx.noop(),
        fallback_render=ArgsFunctionOperation.create(("event_args",), rx.Var.create(_calm())),
    )


def _calm() -> rx.Component:
    return rx.el.main(
        rx.el.h1(labels.MISHAP),
        rx.el.p(labels.MISHAP_KEPT),
        rx.el.a(labels.MISHAP_AGAIN, href=routes.LIVE, class_name="control"),
        class_name="page",
    )
