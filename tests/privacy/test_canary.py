"""A canary word in every message comes out nowhere: no log, no error, no repr, no finding, no JSON without `words`."""

import json
import logging
import traceback
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.privacy.canary import CANARY, FILES, SAMPLES, bodies, damaged, parts_of, planted_file

import safelight
from safelight.engine import talk
from safelight.normalize.text import words
from safelight.report import html, text
from safelight.report import json as report
from safelight.schema.errors import SafelightError
from safelight.schema.items import Conversation, Draft, Link, Message, Offer, Participant, PaymentDemand, Profile
from safelight.signals.look import Look

each_sample = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAMPLES).as_posix())
LINES = (
    ("Kai", "how old are you {}"),
    ("Mia", "13 {}"),
    ("Kai", "{} you are so pretty"),
    ("Kai", "dont tell your mum about us {}"),
    ("Kai", "send me a pic, {} just for me"),
    ("Mia", "please stop {} why are you doing this"),
    ("Kai", "https://example.org/{} write to {}@example.org"),
)
TALK = Conversation(
    tuple(Message(author, line.replace("{}", CANARY)) for author, line in LINES),
    (Participant("Kai"), Participant("Mia", is_owner=True)),
    id="talk",
    title=f"{CANARY} and Kai",
    owner="Mia",
)
ITEMS = (
    TALK,
    Draft(text=CANARY),
    Offer(text=CANARY, title=CANARY, fields={"pay": CANARY}),
    Profile(handle=CANARY, display_name=CANARY, bio=CANARY, links=(CANARY,)),
    Link(url=f"https://example.org/{CANARY}"),
    PaymentDemand(text=CANARY),
)


@pytest.fixture
def log() -> Iterator[list[str]]:
    """All records of all loggers, from DEBUG on, in full."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(f"{record.getMessage()} {record.args!r} {record.__dict__!r}")

    ear, root = Ear(logging.DEBUG), logging.getLogger()
    before = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    yield said
    root.removeHandler(ear)
    root.setLevel(before)


def shown(item: safelight.Item) -> Iterator[tuple[str, str]]:
    """Everything that may be printed about an item without asking for its words."""
    assessment = safelight.check(item)
    advice = safelight.advise(assessment)
    yield "item", repr(item)
    yield "item", str(item)
    yield "assessment", repr(assessment)
    yield "advice", repr(advice)
    yield "json", json.dumps(report.to_dict(assessment, item=item, advice=advice), ensure_ascii=False)
    if isinstance(item, Conversation):
        watch = safelight.watch()
        for message in item.messages:
            yield "message", repr(message)
            yield "update", repr(watch.add(message))
            yield "folded words", repr(words(message.text))
        yield "watch", repr(watch) + repr(watch._memory) + repr(vars(watch))
        yield "state", repr(watch.dump())


def test_the_listening_works(log):
    logging.getLogger("safelight.somewhere").debug("%s", CANARY)
    assert any(CANARY in line for line in log)
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as error:
            raise SafelightError("damaged") from error
    except SafelightError as error:
        assert CANARY in parts_of(error)


@each_sample
def test_the_canary_is_in_the_messages(path):
    """Without this the tests below would prove nothing."""
    found = safelight.read(planted_file(path), name=path.name)
    said = [body for item in found for body in bodies(item) if len(body) > 3]
    assert sum(CANARY in line for line in said) >= len(said) * 0.6, f"{sum(CANARY in t for t in said)} of {len(said)}"


@each_sample
def test_no_sample_shows_a_message(path, log, capsys):
    for item in safelight.read(planted_file(path), name=path.name):
        for where, what in shown(item):
            assert CANARY not in what, where
    out, err = capsys.readouterr()
    assert CANARY not in out + err
    assert not [line for line in log if CANARY in line]


@each_sample
def test_no_damaged_sample_shows_a_message(path, log, capsys):
    for data in damaged(planted_file(path)):
        try:
            items = safelight.read(data, name=path.name)
        except SafelightError as error:
            assert CANARY not in parts_of(error)
            assert CANARY not in "".join(traceback.format_exception(error))
        else:
            for item in items:
                # In a table without its quotes a text may have become a name or a thread's name: those are shown.
                named = {"id": "", "participants": (), "owner": None} if isinstance(item, Conversation) else {}
                assert CANARY not in repr(replace(item, **named))
    out, err = capsys.readouterr()
    assert CANARY not in out + err
    assert not [line for line in log if CANARY in line]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: type(item).__name__)
def test_no_item_shows_what_it_holds(item, log):
    for where, what in shown(item):
        assert CANARY not in what, where
    assert not [line for line in log if CANARY in line]


def test_the_talk_has_findings():
    assert safelight.check(TALK).findings


def test_what_a_signal_sees_shows_no_words(monkeypatch):
    """A Look goes through every signal: one that fails must not print the message in its traceback."""
    looks: list[str] = []
    real = talk.Look

    def kept(*args: object) -> Look:
        look = real(*args)  # type: ignore[arg-type]
        looks.append(repr(look))
        return look

    monkeypatch.setattr(talk, "Look", kept)
    safelight.check(TALK)
    assert looks
    assert not [one for one in looks if CANARY in one]


def test_with_words_the_json_quotes_only_what_was_pointed_at():
    data = report.to_dict(safelight.check(TALK), item=TALK, words=True)
    quotes = [span["text"] for f in data["findings"] for e in f["evidence"] for span in e["spans"]]
    assert any(quotes)
    without = {**data, "findings": []}
    assert CANARY not in json.dumps(without)


def test_the_terminal_report_folds_the_words_away():
    assessment = safelight.check(TALK)
    page = text.render(TALK, assessment, safelight.advise(assessment), width=100)
    assert CANARY not in page.replace(TALK.title, "")


def test_names_stand_only_where_the_contract_shows_them():
    """by_participant, its names, and who does it to whom in findings and timeline."""
    named = Conversation(tuple(Message(f"{m.author} {CANARY}", m.text.replace(CANARY, "")) for m in TALK.messages))
    data = report.to_dict(safelight.check(named))
    for person in data["by_participant"].values():
        del person["name"]
    for row in (*data["findings"], *data["timeline"]):
        row.pop("subject")
        row.pop("toward", None)
    data["by_participant"] = [*data["by_participant"].values()]
    assert CANARY not in json.dumps(data)
    advice = safelight.advise(safelight.check(named))
    assert CANARY not in repr(advice)


def test_what_is_refused_is_not_shown():
    for call in (
        lambda: safelight.check(CANARY),  # type: ignore[arg-type]
        lambda: safelight.Watch.load(CANARY.encode()),
        lambda: safelight.Watch.load(b"SLW1" + CANARY.encode()),
        lambda: safelight.read(f"Kai: {CANARY}\nMia: hm\n" * 50),
        lambda: safelight.read(CANARY.encode() * 3, name="a.bin"),
    ):
        with pytest.raises(SafelightError) as caught:
            call()
        assert CANARY not in parts_of(caught.value)


def test_the_page_needs_no_words_elsewhere():
    """The page shows quotes folded away, never in its title or in an address."""
    assessment = safelight.check(TALK)
    page = html.render(TALK, assessment, safelight.advise(assessment))
    head = page.partition("</head>")[0]
    assert CANARY not in head
    assert "<script" not in page
