"""`safelight evaluate`: figures on labelled conversations, from good lines and bad ones."""

import gzip
import json

import pytest
from tests.cli.conftest import PRESSING, QUIET


def line(text: str, label: int | None, source: str = "game", number: int = 1) -> str:
    said = [row.partition(": ") for row in text.splitlines()]
    messages = [{"author": author, "time": None, "text": body} for author, _, body in said]
    subject = "kai_x" if label else None
    return json.dumps(
        {"conv_id": str(number), "source": source, "label": label, "subject": subject, "messages": messages}
    )


DATA = "\n".join(
    (
        line(PRESSING, 1),
        line(PRESSING, 1, "app", 2),
        line(QUIET, 0, "game", 3),
        line(QUIET, 0, "app", 4),
        line(QUIET, None),
    )
)


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "data.jsonl"
    path.write_text(DATA, encoding="utf-8")
    return path


def test_json(run, data):
    done = run("evaluate", "--json", data)
    card = json.loads(done.out)
    assert done.code == 0
    assert done.err == ""
    assert (card["conversations"], card["unlabelled"]) == (5, 1)
    assert set(card["found"]) == set(card["quiet"]) == {"app", "game", "all"}
    assert card["found"]["all"]["recall"]["value"] == 1
    assert card["found"]["all"]["right_person"] == 1
    assert card["quiet"]["all"]["alarms"] == 0
    assert card["messages"] == 2 * 8 + 3 * 5
    assert "mum" not in done.out


def test_table(run, data):
    done = run("evaluate", data)
    assert done.code == 0
    for words in ("5 conversations", "Labelled 1", "Labelled 0", "app", "game", "all", "not labelled: 1"):
        assert words in done.out
    assert "per CPU second" in done.out


def test_several_files_count_as_one_set(run, data):
    assert json.loads(run("evaluate", "--json", data, data).out)["conversations"] == 10


def test_a_gzipped_file(run, tmp_path):
    path = tmp_path / "data.jsonl.gz"
    path.write_bytes(gzip.compress(DATA.encode()))
    assert json.loads(run("evaluate", "--json", path).out)["conversations"] == 5


def test_bad_lines_are_left_out(run, tmp_path):
    path = tmp_path / "data.jsonl"
    path.write_text("not json\n" + DATA + "\n{}\n[1]\n" + '{"messages": 3}\n', encoding="utf-8")
    done = run("evaluate", "--json", path)
    assert done.code == 0
    assert json.loads(done.out)["conversations"] == 5


BAD = {
    "missing": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "no conversation": lambda path: path.write_text("hello\nworld\n", encoding="utf-8"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "no gzip": lambda path: path.write_bytes(b"this is no gzip file"),
    "gzip cut off": lambda path: path.write_bytes(gzip.compress((DATA * 20).encode())[:-40]),
    "gzip with a fault": lambda path: path.write_bytes(_flipped(gzip.compress((DATA * 20).encode()))),
}


def _flipped(blob: bytes) -> bytes:
    middle = len(blob) // 2
    return blob[:middle] + bytes(byte ^ 0xFF for byte in blob[middle : middle + 20]) + blob[middle + 20 :]


@pytest.mark.parametrize("name", ["data.jsonl", "data.jsonl.gz"])
@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_bad_input_gives_a_coded_error_and_two(run, tmp_path, make, name):
    path = tmp_path / name
    make(path)
    done = run("evaluate", "--json", path)
    assert done.code == 2
    assert done.err.startswith("SL1")
    assert done.out == ""


def test_a_page_is_written_and_nothing_overwritten(run, data, tmp_path):
    path = tmp_path / "card.html"
    done = run("evaluate", data, "--html", path)
    assert (done.code, done.err.strip()) == (0, f"The scorecard is in {path}")
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "mum" not in page
    assert run("evaluate", data, "--html", path).code == 2
    assert path.read_text(encoding="utf-8") == page


def test_a_saved_run_is_compared_with(run, data, tmp_path):
    old = tmp_path / "old.json"
    old.write_text(run("evaluate", "--json", data).out, encoding="utf-8")
    done = run("evaluate", data, "--compare", old, "--compare", old)
    assert done.code == 0
    assert "less an earlier one" in done.out
    compared = json.loads(run("evaluate", "--json", data, "--compare", old).out)["compared"]
    assert [(c["name"], c["shared"], c["gained"], c["lost"]) for c in compared] == [("old.json", 5, 0, 0)]


@pytest.mark.parametrize("text", ["", "{}", "no json", '{"outcomes": [1]}'])
def test_what_is_no_saved_run_is_refused(run, data, tmp_path, text):
    old = tmp_path / "old.json"
    old.write_text(text, encoding="utf-8")
    done = run("evaluate", data, "--compare", old)
    assert (done.code, done.err[:5]) == (2, "SL103")


def test_a_saved_run_that_is_missing(run, data, tmp_path):
    assert run("evaluate", data, "--compare", tmp_path / "none.json").err.startswith("SL107")


def test_in_disguise(run, data):
    done = run("evaluate", data, "--disguise", "leet", "--disguise", "upper_case")
    assert done.code == 0
    assert "In disguise" in done.out
    found = json.loads(run("evaluate", "--json", data, "--disguise", "upper_case").out)["disguises"]
    assert [(e["name"], e["kept"]["value"]) for e in found] == [("plain", 1.0), ("upper_case", 1.0)]


def test_all_disguises(run, data):
    found = json.loads(run("evaluate", "--json", data, "--disguise", "all").out)["disguises"]
    assert len(found) > 20


def test_a_disguise_that_is_none(run, data):
    assert run("evaluate", data, "--disguise", "invisible").code == 2


def test_the_json_holds_no_names(run, data):
    assert "kai_x" not in run("evaluate", "--json", data).out
