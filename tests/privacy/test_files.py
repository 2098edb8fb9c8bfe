"""Looking at files and cleaning them sends nothing, starts nothing, and writes only the copy that was asked for."""

import base64
import json
import logging
import traceback

import pytest
from tests.media import planted
from tests.media.planted import FILES
from tests.privacy.test_no_network_no_write import run

import safelight
from safelight.media import load, wash
from safelight.report import html, text
from safelight.report import json as report
from safelight.schema.errors import SafelightError
from safelight.schema.items import Picture

READ_AND_CLEAN = """
import base64
import safelight
from safelight.media import load, wash
from safelight.report import html, text

for name, packed in json.loads(open(sys.argv[1]).read()).items():
    data = base64.b64decode(packed)
    (item,) = safelight.read(data, name=name)
    assessment = safelight.check(item)
    text.render(item, assessment, safelight.advise(assessment), words=True)
    html.render(item, assessment, safelight.advise(assessment))
    wash.clean(data, name)
    try:
        wash.clean(data[: len(data) // 2], name)
    except safelight.SafelightError:
        pass
print(json.dumps({"told": told}))
"""


def test_nothing_is_sent_started_or_written(tmp_path):
    files = tmp_path / "files.json"
    files.write_text(json.dumps({name: base64.b64encode(make()).decode() for name, make in FILES.items()}))
    assert run(READ_AND_CLEAN, str(files))["told"] == []


@pytest.mark.parametrize("name", FILES)
def test_no_value_comes_out(name, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    item = Picture(FILES[name](), name)
    assessment = safelight.check(item)
    advice = safelight.advise(assessment)
    _, receipt = wash.clean(item.data, name)
    shown = [repr(item), repr(assessment), repr(advice), repr(receipt), str(receipt.before)]
    shown += [json.dumps(report.to_dict(assessment, item=item, advice=advice, words=True))]
    shown += [text.render(item, assessment, advice, words=True), html.render(item, assessment, advice)]
    out, err = capsys.readouterr()
    for each in (*shown, out, err, caplog.text):
        assert "PLANT" not in each and str(planted.LATITUDE) not in each


@pytest.mark.parametrize("name", FILES)
def test_no_error_tells_a_value(name, caplog):
    caplog.set_level(logging.DEBUG)
    data = FILES[name]()
    for broken in (data[: len(data) // 2], data[:-30], data.replace(b"\0", b"\1"), data[:40] + data[90:]):
        load.facts(broken)
        try:
            wash.clean(broken, name)
        except SafelightError as error:
            assert "PLANT" not in "".join(traceback.format_exception(error))
    assert "PLANT" not in caplog.text
