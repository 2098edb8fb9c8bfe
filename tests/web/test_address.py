import socket

import pytest

from safelight.interfaces.web.address import listen, shown
from safelight.interfaces.web.app import serve
from safelight.schema.errors import BadInput


def test_the_wanted_port_is_taken_or_else_a_free_one():
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with listen("127.0.0.1", port) as second:
            assert second.getsockname()[1] not in (0, port)
            assert second.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])
def test_no_other_host_is_served(host):
    with pytest.raises(BadInput, match="SL302"):
        listen(host, 0)
    with pytest.raises(BadInput):
        serve(host=host, open_browser=False)


@pytest.mark.skipif(not socket.has_ipv6, reason="this computer has no IPv6")
def test_the_address_is_shown_as_a_browser_takes_it():
    assert shown("127.0.0.1", 8787) == "http://127.0.0.1:8787/"
    assert shown("::1", 8787) == "http://[::1]:8787/"
