import pytest


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.1:80", "[::1]:80", "LOCALHOST"])
def test_this_computer_is_answered(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1:9999",
        "localhost:x",
        "",
        "127.0.0.2",
        "[::2]",
        "a@127.0.0.1:81",
    ],
)
def test_a_foreign_name_for_this_computer_is_refused(client, host):
    """A page that has its own name point to 127.0.0.1 (DNS rebinding) reads nothing here."""
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert "<" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://localhost:80"},
        {},
    ],
)
def test_our_own_page_may_send(client, headers):
    assert client.post("/example", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1"},
        {"Origin": "http://127.0.0.1:3000"},
    ],
)
@pytest.mark.parametrize("address", ["/example", "/who", "/look", "/page", "/file", "/file/page", "/n"])
def test_other_sites_pages_may_not_send(client, headers, address):
    assert client.post(address, headers=headers).status_code == 403


@pytest.mark.parametrize("address", ["/", "/n", "/style.css", "/static/app.js", "/static/icon.svg", "/nothing-here"])
def test_every_answer_forbids_what_it_need_not_do(client, address):
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers


def test_a_refusal_has_the_headers_too(client):
    assert client.get("/", headers={"Host": "evil.example"}).headers["cache-control"] == "no-store"
