"""Invented chats and hand-made answers: what the engine would give, small enough to reckon by hand."""

from datetime import datetime, timedelta

from safelight.schema.advice import Advice, ContactWay, Helpline, Step
from safelight.schema.assessments import (
    Assessment,
    Coverage,
    Level,
    Moment,
    ParticipantAssessment,
    Reason,
    Skipped,
)
from safelight.schema.evidence import Evidence, Span
from safelight.schema.findings import Finding
from safelight.schema.items import Conversation, Draft, Message, Participant, Source, Unread

START = datetime(2026, 11, 3, 14, 2)
LINES = (
    ("Kai", "hey you play so well"),
    ("Mia", "thanks :)"),
    ("Kai", "add me on the other app, it is nicer there"),
    ("Mia", "why not here"),
    ("Kai", "this is our secret ok"),
    ("Zoe", "who is that"),
    ("Kai", "dont tell your mum. it stays our secret"),
    ("Mia", "hm"),
    ("Kai", "send me a pic, just for me"),
    ("Mia", "no"),
)
CANARY = "our secret"


def chat(lines=LINES, *, owner="Mia", start=START, source=None, **more):
    names = list(dict.fromkeys(name for name, _ in lines))
    return Conversation(
        messages=tuple(
            Message(name, text, start + timedelta(minutes=number) if start else None)
            for number, (name, text) in enumerate(lines)
        ),
        participants=tuple(Participant(name, name == owner) for name in names),
        owner=owner,
        source=source or Source(format="whatsapp", name="chat.txt"),
        **more,
    )


def span(conversation, message, words):
    start = conversation.messages[message].text.index(words)
    return Span(start, start + len(words), message)


def finding(technique, *spans, subject="Kai", toward="Mia", says=""):
    return Finding(
        signal="conversation." + technique.partition(".")[2],
        technique=technique,
        strength=0.8,
        evidence=(Evidence(tuple(spans)),),
        because={"group": "plain", "again": True},
        says=says,
        subject=subject,
        toward=toward,
    )


def findings(conversation):
    return (
        finding("isolation.move_to_private_app", span(conversation, 2, "add me on the other app")),
        finding("isolation.secrecy_request", span(conversation, 4, "our secret")),
        finding(
            "isolation.secrecy_request",
            span(conversation, 6, "dont tell your mum"),
            span(conversation, 6, "our secret"),
            says="Asks again for a secret.",
        ),
        finding("sexualization.image_request", span(conversation, 8, "send me a pic")),
    )


TIMELINE = (
    Moment(2, "Kai", "isolation.move_to_private_app", Level.NOTHING_NOTICED),
    Moment(4, "Kai", "isolation.secrecy_request", Level.NOTICE),
    Moment(6, "Kai", "isolation.secrecy_request", Level.NOTICE),
    Moment(8, "Kai", "sexualization.image_request", Level.CONCERN),
)
REASONS = (
    Reason("isolation.secrecy_request", 2.0, 2, "Secrecy, asked twice."),
    Reason("sexualization.image_request", 3.0, 1),
    Reason("together.secrecy_and_image", 2.5, 1, "Both from the same person."),
)
COVERAGE = Coverage(
    messages=10,
    read=10,
    languages={"en": 0.9, "und": 0.1},
    skipped=(
        Skipped("unread", "2 parts of the file could not be read."),
        Skipped("Meaning of whole sentences", "This part is not installed.", "pip install safelight[meaning]"),
    ),
    notes=("WhatsApp leaves pictures out of the text.",),
    unread=2,
)


def assessment(conversation, level=Level.CONCERN, **more):
    parts = {
        "level": level,
        "by_participant": {
            "Kai": ParticipantAssessment("Kai", level, 7.5, REASONS, 8),
            "Mia": ParticipantAssessment("Mia", Level.NOTHING_NOTICED, 0.0),
            "Zoe": ParticipantAssessment("Zoe", Level.NOTHING_NOTICED, 0.0),
        },
        "findings": findings(conversation),
        "timeline": TIMELINE,
        "reasons": REASONS,
        "coverage": COVERAGE,
        "model": "weights-test-1",
    }
    return Assessment(**(parts | more))


def quiet_assessment(level=Level.NOTHING_NOTICED):
    people = {name: ParticipantAssessment(name, level, 0.0) for name in ("Kai", "Mia", "Zoe")}
    return Assessment(
        level=level, by_participant=people, coverage=Coverage(messages=10, read=10, languages={"en": 1.0})
    )


def helpline(number=1, **more):
    parts = {
        "id": f"line-{number}",
        "country": "xx",
        "name": f"Example Helpline {number}",
        "kind": "child_helpline",
        "contacts": (
            ContactWay("call", "0000 111 11", hours="day and night", free=True, anonymous=True),
            ContactWay("web", "https://help.example/start"),
        ),
        "what_happens": "Someone listens. You choose what to say.",
        "source": "https://help.example",
        "checked": "2026-11-01",
        "verified": False,
    }
    return Helpline(**(parts | more))


ADVICE = Advice(
    audience="young_person",
    country="xx",
    opening="You did the right thing by looking.",
    steps=(
        Step("Show this to one person you trust.", 12),
        Step("You can stop answering at any time.", 3, why="You owe nobody an answer."),
        Step("Keep the chat. Do not delete it.", 5, for_technique="isolation.secrecy_request"),
        Step("Look at who can message you in the settings.", 60),
        Step("You can block and report in the app.", 20),
    ),
    helplines=(helpline(1), helpline(2, verified=True), helpline(3)),
)

UNREAD_SOURCE = Source(
    format="whatsapp",
    name="chat.txt",
    notes=("Dates were read as day first: 31 days were seen.",),
    unread=tuple(Unread(f"line {number}", "It has no sender.") for number in range(1, 8)),
    one_sided=True,
)


def draft():
    text = "come to my house at 12 Elm Road"
    item = Draft(text)
    shown = Finding(
        signal="draft.home_address",
        technique="targeting.exposed_personal_details",
        strength=0.9,
        evidence=(Evidence((Span(text.index("12"), len(text)),)),),
        because={"category": "home_address"},
    )
    return item, Assessment(
        level=Level.NOTICE, findings=(shown,), kind="Draft", reasons=(Reason("draft.home_address", 2.0),)
    )
