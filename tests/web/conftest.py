import json
from urllib.parse import quote, urlencode

import pytest
from starlette.testclient import TestClient
from tests.web.browsing import WAIT, served

from safelight.interfaces.web.app import create_app


@pytest.fixture(scope="session")
def client():
    return TestClient(create_app(), base_url="http://127.0.0.1:80", raise_server_exceptions=False)


@pytest.fixture
def send(client):
    """Send a file as the page does; give the page that comes at the end, and all lines before it."""

    def post(data, name="chat.jsonl", address="/file", **choices):
        headers = {"X-Name": quote(name), "X-Choices": urlencode(choices)}
        answer = client.post(address, content=data, headers=headers)
        if not answer.headers["content-type"].startswith("application/x-ndjson"):
            return answer
        lines = [json.loads(line) for line in answer.text.splitlines()]
        assert list(lines[-1]) == ["page"]
        assert all(set(line) == {"stage", "done", "total"} for line in lines[:-1])
        return lines[-1]["page"]

    return post


@pytest.fixture(scope="module")
def shown(browser):
    """One page for the tests that only look at what is shown; `again` loads it anew for each."""
    context = browser.new_context()
    context.set_default_timeout(WAIT)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def server():
    """The app on this computer, as `safelight open` serves it, with its own catalogues."""
    with served() as found:
        yield found
