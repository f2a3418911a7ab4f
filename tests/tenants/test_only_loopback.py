"""Tests stay on this machine."""

import socket

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.com", 80), ("2001:db8::1", 80, 0, 0)])
def test_the_way_outside_is_closed(address: tuple[object, ...]) -> None:
    family = socket.AF_INET6 if len(address) == 4 else socket.AF_INET
    with socket.socket(family) as outside:
        for connect in (outside.connect, outside.connect_ex):
            with pytest.raises(AssertionError, match="a test may not connect to"):
                connect(address)


def test_loopback_is_open() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
        accepted, address = server.accept()
        accepted.close()
        assert address == client.getsockname()
