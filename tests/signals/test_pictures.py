# ruff: noqa: E501
"""Signals over files: what is hidden in them is something to know, nobody's trick, and told without a value."""

import json

import pytest
from tests.media import planted
from tests.media.planted import FILES

import safelight
from safelight.media import load, wash
from safelight.report import html, text
from safelight.report import json as report
from safelight.schema.assessments import Level
from safelight.schema.items import Picture
from safelight.schema.pictures import Facts, Trace


def picture(*traces: Trace) -> Picture:
    return Picture(b"", "a.jpg", Facts("jpeg", traces))


def seen(item: Picture) -> set[str]:
    return {str(finding.because["category"]) for finding in safelight.check(item).findings}


@pytest.mark.parametrize("name", FILES)
def test_a_planted_file_is_something_to_know(name):
    assessment = safelight.check(Picture(FILES[name](), name))
    assert assessment.level == Level.NOTICE
    assert assessment.kind == "Picture"
    found = {finding.technique for finding in assessment.findings}
    assert "targeting.exposed_location" in found
    assert ("targeting.exposed_personal_details" in found) == (name != "thermal.jpg")


@pytest.mark.parametrize("name", FILES)
def test_a_clean_copy_gives_nothing_away(name):
    new, _ = wash.clean(FILES[name]())
    assessment = safelight.check(Picture(new, name))
    assert assessment.level == Level.NOTHING_NOTICED
    assert not assessment.findings


FIRES = {
    "gps": Trace("gps", "EXIF GPSLatitude", "1, 2", (1.0, 2.0), "near Somewhere"),
    "place": Trace("place", "IPTC City", "x"),
    "owner": Trace("owner", "EXIF Artist", "x"),
    "serial": Trace("serial", "EXIF BodySerialNumber", "x"),
    "comment": Trace("comment", "EXIF UserComment", "x"),
    "thumbnail": Trace("thumbnail", "EXIF thumbnail", "160 x 120"),
    "trailer": Trace("trailer", "video behind the picture (motion photo)", "x"),
}


@pytest.mark.parametrize("kind", FIRES)
def test_each_kind_is_seen(kind):
    assert seen(picture(FIRES[kind])) == {kind}


QUIET = {
    "a camera's name": (Trace("device", "EXIF Make", "x"),),
    "a time": (Trace("time", "EXIF DateTimeOriginal", "2024"),),
    "a program": (Trace("history", "EXIF Software", "x"),),
    "camera, time and program": (Trace("device", "EXIF Model", "x"), Trace("time", "PNG tIME", "2024"), Trace("history", "XMP", "x")),
    "nothing": (),
}  # fmt: skip


@pytest.mark.parametrize("traces", QUIET.values(), ids=QUIET)
def test_ordinary_hidden_data_is_quiet(traces):
    assert safelight.check(picture(*traces)).level == Level.NOTHING_NOTICED


def test_a_small_copy_that_is_the_same_is_no_reason():
    assert safelight.check(picture(FIRES["thumbnail"])).level == Level.NOTHING_NOTICED
    other = Trace("thumbnail", "EXIF thumbnail", "160 x 90", warns=True)
    assert safelight.check(picture(other)).level == Level.NOTICE


def test_what_could_not_be_read_is_not_called_quiet():
    assert safelight.check(Picture(b"BM" + bytes(50))).level == Level.CANNOT_SAY
    half = Picture(b"", "a.jpg", Facts("jpeg", (), ("A part was not read.",)))
    assert safelight.check(half).level == Level.CANNOT_SAY


def test_the_report_tells_places_and_keeps_values():
    item = Picture(planted.jpeg(), "a.jpg")
    assessment = safelight.check(item)
    advice = safelight.advise(assessment)
    shown = text.render(item, assessment, advice)
    assert "near New Delhi, India" in shown and "gives away more than it shows" in shown
    for page in (shown, html.render(item, assessment, advice), json.dumps(report.to_dict(assessment, item=item))):
        assert "PLANT" not in page


def test_the_report_tells_values_when_the_item_carries_them():
    data = planted.jpeg()
    item = Picture(b"", "a.jpg", load.facts(data))
    shown = text.render(item, safelight.check(item), None)
    assert planted.OWNER in shown and planted.SERIAL in shown
    silent = Picture(b"", "a.jpg", load.facts(data).silent())
    assert "PLANT" not in text.render(silent, safelight.check(silent), None)
