import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest
from tests.report.examples import ADVICE, CANARY, UNREAD_SOURCE, assessment, chat, draft, quiet_assessment

from safelight.report.json import VERSION, schema, to_dict
from safelight.schema import advice, assessments, evidence, findings, items
from safelight.schema.assessments import Assessment, Level

GOLDEN = Path(__file__).parent / "golden"
CHECKER = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())

DESCRIBED = {
    None: assessments.Assessment,
    "participant": assessments.ParticipantAssessment,
    "reason": assessments.Reason,
    "moment": assessments.Moment,
    "coverage": assessments.Coverage,
    "skipped": assessments.Skipped,
    "finding": findings.Finding,
    "evidence": evidence.Evidence,
    "span": evidence.Span,
    "source": items.Source,
    "advice": advice.Advice,
    "step": advice.Step,
    "helpline": advice.Helpline,
}
ADDED = {None: {"format", "version", "item", "advice", "draft", "phone"}, "span": {"text"}}


def everything():
    conversation = chat(source=UNREAD_SOURCE)
    yield to_dict(assessment(conversation))
    yield to_dict(assessment(conversation), item=conversation, advice=ADVICE, words=True)
    yield to_dict(quiet_assessment(Level.CANNOT_SAY), item=conversation)
    item, given = draft()
    yield to_dict(given, item=item, words=True)
    yield to_dict(Assessment(Level.CANNOT_SAY))


@pytest.mark.parametrize("data", list(everything()), ids=["bare", "full", "cannot_say", "draft", "empty"])
def test_what_is_given_fits_the_schema_and_is_json(data):
    CHECKER.validate(data)
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["version"] == {"const": VERSION}


def test_the_schema_does_not_change_unnoticed(golden):
    """A change that a reader could trip over raises VERSION; additions need `make golden` and the changelog."""
    golden(GOLDEN / "assessment.schema.json", json.dumps(schema(), indent=1, sort_keys=True) + "\n")


def test_the_output_does_not_change_unnoticed(golden):
    conversation = chat(source=UNREAD_SOURCE)
    data = to_dict(assessment(conversation), item=conversation, advice=ADVICE, words=True)
    golden(GOLDEN / "chat.json", json.dumps(data, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("name", list(DESCRIBED), ids=str)
def test_every_field_of_the_words_is_described(name):
    described = schema()["$defs"][name] if name else schema()
    fields = {field.name for field in dataclasses.fields(DESCRIBED[name])} | ADDED.get(name, set())
    assert set(described["properties"]) == fields
    assert described["additionalProperties"] is False


def test_a_stranger_in_the_data_is_refused():
    data = to_dict(quiet_assessment())
    with pytest.raises(jsonschema.ValidationError):
        CHECKER.validate(data | {"score": 93})
    with pytest.raises(jsonschema.ValidationError):
        CHECKER.validate(data | {"level": "dangerous"})


def test_there_is_no_message_text_unless_asked():
    conversation = chat()
    data = to_dict(assessment(conversation), item=conversation, advice=ADVICE)
    assert CANARY not in json.dumps(data)
    assert not [
        span for found in data["findings"] for part in found["evidence"] for span in part["spans"] if "text" in span
    ]


def test_the_words_are_exact_when_asked():
    conversation = chat()
    data = to_dict(assessment(conversation), item=conversation, words=True)
    spans = [span for found in data["findings"] for part in found["evidence"] for span in part["spans"]]
    for span in spans:
        assert span["text"] == conversation.messages[span["message"]].text[span["start"] : span["end"]]
    assert CANARY in {span["text"] for span in spans}


def test_words_without_an_item_give_none():
    assert to_dict(assessment(chat()), words=True) == to_dict(assessment(chat()))
