"""Two profiles side by side: what they share is named, and what many people share is not enough."""

import pytest

import safelight
from safelight.normalize.same_hand import compare_profiles
from safelight.schema.items import Profile

STORY = "just a girl who loves cats, music and long walks by the sea"


def ties(a: Profile, b: Profile) -> set[str]:
    return {tie.what for tie in compare_profiles(a, b).ties}


def test_the_same_contact_in_other_writing():
    a = Profile(handle="mira", bio="text me +1 202 555 0143")
    b = Profile(handle="lena", bio="whatsapp (202) 555-0143")
    found = compare_profiles(a, b)
    assert found.same
    assert found.ties[0].what == "contact"
    span = found.ties[0].here[0]
    assert a.bio[span.start : span.end] == "+1 202 555 0143"


def test_the_same_account_as_link_and_as_words():
    a = Profile(handle="mira", links=("https://t.me/mira_k99",))
    b = Profile(handle="lena", bio="telegram: mira_k99")
    assert "contact" in ties(a, b)


def test_the_same_page_of_links():
    a = Profile(handle="mira", links=("https://www.example.top/join/",))
    b = Profile(handle="lena", links=("http://example.top/join",))
    assert ties(a, b) == {"link"}


def test_a_bio_that_was_copied_with_a_word_changed():
    a = Profile(handle="mira", bio=STORY)
    b = Profile(handle="lena", bio=STORY.replace("cats", "dogs") + " +44 7700 900123")
    assert "bio" in ties(a, b)
    assert 0.5 < compare_profiles(a, b).strength < 0.75


@pytest.mark.parametrize(("one", "other", "detail"), [("Anna_48213", "anna.59921", "family"), ("mia", "@MIA", "same")])
def test_handles_of_one_family(one, other, detail):
    found = compare_profiles(Profile(handle=one), Profile(handle=other))
    assert [(tie.what, tie.detail) for tie in found.ties] == [("handle", detail)]


def test_a_batch_of_accounts():
    a = Profile(handle="anna_48213", bio=STORY, following=1830, created="2026-10-01")
    b = Profile(handle="anna_77120", bio=STORY, following=1830, created="2026-10-01T09:00:00")
    found = compare_profiles(a, b)
    assert found.same
    assert {tie.what for tie in found.ties} == {"bio", "handle", "counts"}
    assert compare_profiles(b, a).strength == found.strength


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Profile(handle="mira", bio="15 | cats"), Profile(handle="lena", bio="16 | cats")),
        (Profile(handle="mia10", display_name="Mia"), Profile(handle="mia11", display_name="Mia")),
        (Profile(handle="leo", followers=20), Profile(handle="max", followers=20)),
        (
            Profile(handle="leo", links=("https://example.org/a",)),
            Profile(handle="max", links=("https://example.org/b",)),
        ),
        (Profile(), Profile()),
    ],
)
def test_what_many_people_share_ties_nobody(a, b):
    assert not compare_profiles(a, b).ties


def test_it_is_part_of_the_public_face_and_silent():
    a = Profile(handle="mira", bio="text me +1 202 555 0143")
    assert "555" not in repr(safelight.compare_profiles(a, a))
