"""A server stops when it is told to, however often it is told."""

import signal
from threading import Event, Thread

from interview_exit.processes import Stoppable

STOP_SECONDS = 5


def test_a_signal_that_arrives_while_another_is_handled_does_not_wait_for_itself() -> None:
    server = Stoppable("nowhere:app")
    event = server.main_loop_interrupt
    assert isinstance(event, Event)
    # What the first signal's handler holds for a moment, and the second one's would wait for.
    with vars(event)["_cond"]:
        second = Thread(target=server.signal_handler_interrupt, args=(signal.SIGTERM, None), daemon=True)
        second.start()
        second.join(STOP_SECONDS)
        assert not second.is_alive()
        assert not event.is_set()
    assert event.wait(STOP_SECONDS)
    assert server.interrupt_signal
