"""The state of a watch: small, bounded, without any text, and nothing else can be loaded."""

import json
import random
import zlib

import pytest
from tests.engine.talk import ANSWERS, HARMLESS, TRICKS, said, watched

from safelight.engine import Watch
from safelight.normalize import language
from safelight.schema import memory, stored
from safelight.schema.errors import BadState
from safelight.schema.items import Message
from safelight.schema.memory import LONGEST_NAME, MOST_FINDINGS, MOST_PEOPLE, MOST_TRACES, short_name

CANARY = "xanaricanary"
FOXES = "🦊🐉🌋🧿"


def crowd(people: int, messages: int, seed: int = 1) -> Watch:
    """A room full of people with long names in emoji, all of them full of phrases."""
    chance = random.Random(seed)
    names = ["".join(chance.choices(FOXES, k=200)) for _ in range(people)]
    watch = Watch()
    for _ in range(messages):
        text = ". ".join(chance.sample((*TRICKS, *ANSWERS), 5))
        watch.step(Message(chance.choice(names), text))
    return watch


@pytest.fixture(scope="module")
def full() -> Watch:
    return crowd(40, 700)


def table(watch: Watch) -> dict[str, object]:
    found: dict[str, object] = json.loads(zlib.decompress(watch.dump()[4:]))
    return found


def packed(body: object) -> bytes:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return b"SLW3" + zlib.compress(data)


# ---------------------------------------------------------------- small


@pytest.mark.parametrize("people", [1, 2, 3, 12, 13, 40])
def test_the_stored_form_is_under_four_kilobytes(people):
    watch = crowd(people, 200, seed=people)
    assert len(watch.dump()) < 4096
    loaded = Watch.load(watch.dump())
    assert loaded.assessment().level == watch.assessment().level


def test_it_stays_under_four_kilobytes_with_everything_in_it(full):
    assert len(full.dump()) < 4096
    assert full.assessment().coverage.messages == 700


def test_what_does_not_fit_is_left_out_weakest_first(full):
    """The one of whom most was seen keeps the level and the reasons."""
    before, after = full.assessment(), Watch.load(full.dump()).assessment()
    assert after.level == before.level
    assert after.reasons == before.reasons
    assert all(finding in before.findings for finding in after.findings)


def test_an_odd_locale_does_not_hang_the_dump():
    letters = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=20_000))
    assert len(Watch(letters).dump()) < 4096


def test_memory_is_bounded(full):
    state = full._memory
    assert len(state.people) <= MOST_PEOPLE
    assert sum(len(person.traces) for person in state.people.values()) <= MOST_TRACES
    assert len(state.kept) <= MOST_FINDINGS
    assert max(len(name.encode()) for name in state.people) <= LONGEST_NAME + 16
    assert set(state.votes) <= set(language.languages())
    assert state.forgotten > 0


def test_of_one_technique_three_findings_are_kept(full):
    watch = Watch()
    for _ in range(50):
        watch.step(Message("Kai", "dont tell your mum about us"))
    found = watch.assessment().findings
    assert len(found) == 3
    assert min(span.message for f in found for span in f.evidence[0].spans) == 0


def test_who_says_most_is_not_forgotten_for_who_only_chats():
    watch = Watch()
    for message in said(("Kai", "dont tell your mum about us"), ("Kai", "send me a pic, just for me")):
        watch.step(message)
    for number in range(60):
        watch.step(Message(f"guest {number}", HARMLESS[number % len(HARMLESS)]))
    answer = watch.assessment()
    assert "Kai" in answer.by_participant
    assert any(skipped.what == "participants" for skipped in answer.coverage.skipped)


@pytest.mark.parametrize("name", ["a" * 41, "🦊" * 11, "\ud800" * 20, "नेहा" * 30])
def test_two_long_names_stay_two(name):
    assert short_name(name + "1") != short_name(name + "2")
    assert short_name(name) == short_name(name)
    assert len(watched(said((name + "1", "hi"), (name + "2", "hi"))).by_participant) == 2


# ---------------------------------------------------------------- silent


def test_no_text_is_in_the_stored_form():
    watch = Watch()
    for line in (*TRICKS, *ANSWERS):
        watch.step(Message("Kai", f"{CANARY} {line} {CANARY}"))
    blob = watch.dump()
    body = zlib.decompress(blob[4:])
    assert watch.assessment().findings
    assert CANARY.encode() not in blob + body
    texts = {line.encode() for line in (*TRICKS, *ANSWERS) if " " in line}
    assert not [line for line in texts if line in body]


def test_the_words_of_the_stored_form_are_names_and_ids():
    watch = Watch()
    for message in said(("Kai", "dont tell your mum about us"), ("Mia", "please stop"), ("Kai", "how old are you")):
        watch.step(message)
    words = table(watch)["w"]
    assert isinstance(words, list)
    people = {"Kai", "Mia", ""}
    flags = {"again", "answer", "after_refusal", "toward_younger", "joking"}
    assert [w for w in words if w not in people | flags and "." not in w and "_" not in w and "/" not in w] == []


# ---------------------------------------------------------------- refusing

WATCH = crowd(3, 60)
WATCH.step(Message("Kai", "dont tell"))
BLOB = WATCH.dump()


def test_what_was_stored_is_loaded():
    assert Watch.load(BLOB).dump() == BLOB
    assert Watch.load(bytearray(BLOB)).dump() == BLOB  # type: ignore[arg-type]


def test_the_locale_is_kept():
    assert Watch.load(Watch("hi").dump()).locale == "hi"


@pytest.mark.parametrize("cut", [0, 1, 3, 4, 5, 20, len(BLOB) // 2, len(BLOB) - 5, len(BLOB) - 1])
def test_a_truncated_state_is_refused(cut):
    with pytest.raises(BadState):
        Watch.load(BLOB[:cut])


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"SLW3",
        b"SLW0" + BLOB[4:],
        b"SLW9" + BLOB[4:],
        BLOB + b"\0",
        BLOB + BLOB,
        b"SLW3" + b"\x78\x9c",
        b"{}",
        b"\x80\x04\x95",
    ],
    ids=["nothing", "head", "older", "newer", "longer", "twice", "no body", "json", "pickle"],
)
def test_another_version_is_refused(blob):
    with pytest.raises(BadState) as caught:
        Watch.load(blob)
    assert caught.value.fix


@pytest.mark.parametrize("value", ["text", None, 5, [], memory.Memory()])
def test_what_is_no_bytes_is_refused(value):
    with pytest.raises(BadState):
        Watch.load(value)


def test_random_bytes_are_refused():
    chance = random.Random(3)
    for size in (1, 4, 5, 40, 400, 4000):
        for head in (b"", b"SLW3"):
            with pytest.raises(BadState):
                Watch.load(head + chance.randbytes(size))


def test_every_flipped_byte_is_refused_or_harmless():
    chance = random.Random(4)
    for _ in range(300):
        blob = bytearray(BLOB)
        blob[chance.randrange(len(blob))] ^= 1 << chance.randrange(8)
        if bytes(blob) != BLOB:
            try:
                loaded = Watch.load(bytes(blob))
            except BadState:
                continue
            loaded.add(Message("Kai", "dont tell your mum about us"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'"m"',
        b"[" * 500_000,
        b'{"w":' * 50_000,
        b'{"w":[],"m":[NaN,0,0,0,0,"en"],"v":{},"p":[],"k":[]}',
        b" " * 30_000_000,
    ],
    ids=["empty", "null", "list", "dict", "text", "deep list", "deep dict", "not a number", "bomb"],
)
def test_a_well_packed_nonsense_is_refused(body):
    with pytest.raises(BadState):
        Watch.load(packed(body))


def _changed(path: tuple[object, ...], value: object) -> bytes:
    body = table(Watch.load(BLOB))
    place = body
    for key in path[:-1]:
        place = place[key]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]
    return packed(body)


PLACES = [
    ("w", 0),
    *(("m", at) for at in range(6)),
    ("v", "en"),
    *(("p", 0, 0, at) for at in range(7)),
    *(("p", 0, 1, 0, at) for at in range(5)),
    ("p", 0, 2, 0),
    ("p", 0, 2, 1),
    *(("p", 0, 2, 2, 0, at) for at in range(3)),
    ("p", 0, 3),
    *(("k", 0, 0, at) for at in range(5)),
    *(("k", 0, 1, at) for at in range(4)),
    ("k", 0, 2),
    ("b",),
    *(("b", at) for at in range(3)),
    *(("b", 2, 0, at) for at in range(3)),
    ("b", 2, 0, 2, 0),
    ("b", 2, 0, 2, 0, 0),
]


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
@pytest.mark.parametrize("value", [None, {}, [["x"]], 10**6, -(10**6), 1e308], ids=repr)
def test_a_changed_place_is_refused_or_harmless(path, value):
    """What is loaded goes on without a crash: a state comes from outside and may have been tampered with."""
    try:
        watch = Watch.load(_changed(path, value))
    except BadState:
        return
    for message in said(("Kai", "dont tell your mum about us"), ("Mia", "please stop"), ("Mia", "13")):
        watch.add(message)
    assert len(watch.dump()) < 4096


def test_a_technique_that_nobody_knows_is_refused():
    body = table(Watch.load(BLOB))
    words = [word.replace("isolation.", "another.") if isinstance(word, str) else word for word in body["w"]]  # type: ignore[attr-defined]
    with pytest.raises(BadState):
        Watch.load(packed({**body, "w": words}))


def test_the_limit_is_what_the_contract_says():
    assert stored.LIMIT == 4096
