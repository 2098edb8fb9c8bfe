"""The first page and the rooms behind it, without a browser."""

import io
import re
import zipfile
from urllib.parse import quote

import pytest
from tests.locales.catalogue import write
from tests.media import planted

from safelight.interfaces.web import doors, routes
from safelight.interfaces.web.rooms.person import _count, profile
from safelight.interfaces.web.settings import WHO
from safelight.locales import load
from safelight.media.load import facts
from safelight.schema.errors import BadInput

ROOMS = ("/", "/t", "/f", "/o", "/p", "/s", "/a")
NAMES = ("front", "threat", "told", "offer", "person", "sharing", "about")


def doors_of(page):
    return re.findall(r'class="door" href="([^"]*)"', page)


@pytest.mark.parametrize("who", list(WHO))
@pytest.mark.parametrize("path", ROOMS)
def test_every_room_opens_for_everybody_with_one_heading(client, path, who):
    answer = client.get(path, params={"w": who, "c": "IN"})
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert '<h1 tabindex="-1">' in answer.text
    assert "<title>Notes</title>" in answer.text


@pytest.mark.parametrize("who", list(WHO))
def test_every_choice_leads_somewhere_and_brings_the_settings_along(client, who):
    page = client.get("/", params={"w": who, "c": "IN"}).text
    found = doors_of(page)
    assert len(found) >= 5
    for address in found:
        assert address.removesuffix("&amp;k=c").endswith(f"?w={who}&amp;c=IN" if who else "?c=IN")
        assert client.get(address.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_no_address_tells_what_it_is_about(name):
    assert re.fullmatch(r"/[a-z]?", routes.path(name))


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("", "Someone is talking to me"),
        ("y9", "Someone writes to me"),
        ("y15", "Someone is talking to me"),
        ("friend", "Someone is talking to my friend"),
        ("carer", "Someone is talking to my child"),
        ("teacher", "A young person told me something"),
        ("helper", "A young person told me something"),
    ],
)
def test_the_choices_speak_to_whoever_is_looking(client, who, words):
    assert words in client.get("/", params={"w": who}).text


def test_young_children_get_larger_pictures_and_letters(client):
    for who in ("y9", "y12"):
        page = client.get("/", params={"w": who}).text
        assert '<body class="small">' in page
        assert 'class="doors large"' in page
    assert 'class="small"' not in client.get("/", params={"w": "y15"}).text


def test_a_room_that_is_left_out_has_no_choice(client, monkeypatch):
    monkeypatch.setattr(doors.routes, "there", lambda name: name == "threat")
    page = client.get("/").text
    assert doors_of(page) == ["/t"]
    assert "Help now" not in page
    assert "About" not in page


def test_what_was_chosen_is_kept_in_the_address_only(client):
    answer = client.get("/", params={"w": "carer", "c": "IN"})
    assert '<option value="carer" selected>' in answer.text
    assert '<option value="IN" selected>' in answer.text
    assert "set-cookie" not in answer.headers
    assert '<option value="" selected>' in client.get("/").text


def test_the_language_can_be_changed_on_the_page_where_one_is(client, tmp_path, monkeypatch):
    monkeypatch.setattr(load, "FOLDER", tmp_path)
    write(tmp_path, "es", {"What happened?": "¿Qué pasó?"})
    page = client.get("/t", params={"w": "y15", "c": "IN"}).text
    assert 'href="/t?l=es&amp;w=y15&amp;c=IN" lang="es" hreflang="es"' in page
    assert "Español" in page
    assert "¿Qué pasó?" in client.get("/", params={"l": "es"}).text
    # What was sent as a form cannot be opened again by its address, nor can what is not there.
    for page in (client.post("/p/r", data={"bio": "hi"}).text, client.get("/zz").text):
        assert 'href="/?l=es"' in page


def test_a_chat_is_taken_for_a_chat(client):
    address = next(each for each in doors_of(client.get("/").text) if each.startswith("/n"))
    assert '<option value="chat" selected>' in client.get(address).text
    assert '<option value="" selected>' in client.get("/n").text


def test_one_language_alone_is_no_choice(client):
    assert 'class="tongues"' not in client.get("/").text or len(load.known()) > 1


# ---------------------------------------------------------------- threats


def test_the_steps_come_before_anything_else_and_ask_for_nothing(client):
    page = client.get("/t", params={"w": "y15", "c": "GB"}).text
    order = [page.index(words) for words in (
        "Breathe first", "It is not your fault", "Do not pay. Do not send more.", "Do not delete. Save it.",
        "Stop answering", "Tell one adult", "Who answers", "Take a picture down", "I already paid",
    )]  # fmt: skip
    assert order == sorted(order)
    assert "<form" not in page
    assert "<textarea" not in page


def test_the_services_fit_age_and_country(client):
    british = client.get("/t", params={"w": "y15", "c": "GB"}).text
    assert "takeitdown.ncmec.org" in british
    assert "Report Remove" in british
    assert "stopncii.org" not in british
    unsure = client.get("/t", params={"c": "IN"}).text
    assert "stopncii.org" in unsure
    assert "cybercrime.gov.in" in unsure
    assert "Report Remove" not in unsure


def test_in_danger_the_emergency_number_and_the_child_helpline_come_first(client):
    page = client.get("/t", params={"c": "IN"}).text
    near = page[page.index('id="hurt"') :]
    assert near.index("tel:112") < near.index("tel:1098")
    assert page.index('href="#hurt"') < page.index("Breathe first")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("y9", "Someone online scares me. Please help me."),
        ("friend", "My friend is being threatened online."),
        ("carer", "Thank you for telling me. I believe you."),
        ("teacher", "Follow your child protection rule today"),
    ],
)
def test_threats_have_words_for_everybody(client, who, words):
    assert words in client.get("/t", params={"w": who}).text


# ---------------------------------------------------------------- a person


def test_a_profile_is_looked_at_and_comes_back_to_be_changed(client):
    fields = {
        "handle": "@mia_real",
        "bio": "dm me",
        "followers": "12",
        "following": "3.2k",
        "posts": "0",
        "made": "3 days ago",
    }
    page = client.post("/p/r?w=y15", data=fields).text
    assert "few follow back" in page
    assert "How to find out more" in page
    again = client.post("/p", data=dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))).text
    assert 'value="3.2k"' in again
    assert 'value="@mia_real"' in again
    assert '<option value="3 days ago" selected>' in again


def test_an_ordinary_profile_is_quiet(client):
    fields = {
        "handle": "lena.k",
        "bio": "volleyball, dogs",
        "followers": "310",
        "following": "280",
        "posts": "94",
        "made": "2 years ago",
    }
    page = client.post("/p/r", data=fields).text
    assert "nothing-noticed" in page


def test_nothing_typed_is_said_kindly(client):
    answer = client.post("/p/r", data={"bio": "  "})
    assert answer.status_code == 400
    assert "One field is enough" in answer.text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12", 12),
        ("1,204", 1204),
        ("1.204", 1204),
        ("1 204", 1204),
        ("3.5k", 3500),
        ("3,5K", 3500),
        ("2 M", 2_000_000),
        ("many", None),
        ("", None),
        ("-3", None),
    ],
)
def test_counts_are_read_as_apps_show_them(text, count):
    assert _count(text) == count


def test_what_is_not_stated_is_not_guessed():
    found = profile({"handle": "@ann", "links": "a.example b.example\nc.example", "picture": "no"})
    assert found.handle == "ann"
    assert found.links == ("a.example", "b.example", "c.example")
    assert (found.followers, found.created, found.private, found.has_picture) == (None, None, None, False)
    with pytest.raises(BadInput):
        profile({"w": "y15"})


# ---------------------------------------------------------------- before sharing


def hand(client, data, name, path="/s/f"):
    return client.post(path, content=data, headers={"X-Name": quote(name)})


def test_a_picture_shows_its_place_and_its_clean_copy_holds_none(client):
    data = planted.jpeg()
    page = hand(client, data, "IMG_2024 at home.jpg").text
    assert "The exact place" in page
    assert "Save the clean copy" in page
    assert 'data-name="copy.jpg"' in page
    answer = hand(client, data, "IMG_2024 at home.jpg", "/s/c")
    assert answer.status_code == 200
    assert "copy.jpg" in answer.headers["content-disposition"]
    assert "home" not in answer.headers["content-disposition"]
    assert facts(data).of("gps")
    assert facts(answer.content).traces == ()


def test_a_text_file_is_looked_at_as_a_draft(client):
    page = hand(client, b"I am Mia Berg, I go to Elm School, home alone until six", "post.txt").text
    assert "Save the clean copy" not in page
    assert "What a stranger" in page or "tells" in page


@pytest.mark.parametrize(("data", "name"), [(b"", "empty.jpg"), (b"\x7fELF\0\0\1", "program"), (b"\0" * 50, "x.jpg")])
def test_what_cannot_be_read_is_said(client, data, name):
    answer = hand(client, data, name)
    assert answer.status_code == 400
    assert 'id="trouble"' in answer.text
    assert 'id="hand"' in answer.text


def test_what_cannot_be_cleaned_says_why(client):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.txt", "a")
    answer = hand(client, archive.getvalue(), "a.zip", "/s/c")
    assert answer.status_code == 400
    assert 'class="trouble"' in answer.text


def test_a_draft_goes_to_the_same_look_as_everything_else(client):
    page = client.get("/s", params={"w": "y15"}).text
    assert '<input type="hidden" name="kind" value="draft">' in page
    answer = client.post("/who?w=y15", data={"kind": "draft", "text": "home alone until six, Elm Street 4"})
    assert answer.status_code == 200
    assert "stranger" in answer.text


# ---------------------------------------------------------------- about, and weight


def test_about_says_what_stays_and_what_is_not_yet_looked_over(client):
    page = client.get("/a").text
    for words in ("Nothing is sent to anyone", "Your browser remembers", "Not yet looked over", "REVIEW.md"):
        assert words in page


def test_the_first_page_weighs_little(client):
    page = client.get("/").text
    brought = [
        "/style.css",
        "/static/first.js",
        "/static/app.js",
        "/static/files.js",
        "/static/icon.svg",
        "/static/rooms/choose.js",
    ]
    size = len(page.encode()) + sum(len(client.get(each).content) for each in brought)
    assert size <= 150_000
