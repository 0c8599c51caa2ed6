"""Who is counted as one, and who is believed about it."""

import pytest

from interview_exit.server.addresses import client_address, network


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("2001:db8::1", "2001:db8::2:1", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("nonsense", "", True),
    ],
)
def test_one_subscriber_is_an_address_or_a_64(one: str, other: str, *, same: bool) -> None:
    assert (network(one) == network(other)) is same


@pytest.mark.parametrize(
    ("peer", "forwarded", "who"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, 127.0.0.1", "198.51.100.7"),
        ("127.0.0.1", "", "127.0.0.1"),
    ],
)
def test_only_a_trusted_proxy_is_believed(peer: str, forwarded: str, who: str) -> None:
    assert client_address(peer, forwarded, frozenset({"127.0.0.1"})) == who
