"""`safelight share`: what a file shows, a clean copy with its receipt, and never half a copy."""

import json

import pytest
from tests.media import planted
from tests.media.planted import FILES

from safelight.interfaces.cli import sharing
from safelight.media import load


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(planted.jpeg())
    return path


def test_it_says_what_the_file_shows(run, photo):
    done = run("share", photo)
    assert done.code == 0
    assert "near New Delhi, India" in done.out and "--clean" in done.out
    assert "PLANT" not in done.out
    assert planted.OWNER in run("share", "--words", photo).out


def test_a_clean_copy_comes_with_its_receipt(run, photo, tmp_path):
    out = tmp_path / "clean.jpg"
    done = run("share", photo, "--clean", out)
    assert done.code == 0
    assert "The exact place: 2 before, 0 left" in done.out
    assert not load.facts(out.read_bytes()).traces
    assert photo.read_bytes() == planted.jpeg(), "the original stays as it is"


@pytest.mark.parametrize("name", FILES)
def test_every_format_from_disk(run, tmp_path, name):
    (tmp_path / name).write_bytes(FILES[name]())
    done = run("share", "--json", tmp_path / name, "--clean", tmp_path / f"clean_{name}")
    assert done.code == 0, done.err
    said = json.loads(done.out)
    assert said["clean"]["receipt"] and all(row["left"] == 0 for row in said["clean"]["receipt"])
    assert "PLANT" not in done.out
    assert not load.facts((tmp_path / f"clean_{name}").read_bytes()).traces


def test_a_file_is_never_overwritten(run, photo, tmp_path):
    out = tmp_path / "there.jpg"
    out.write_bytes(b"mine")
    done = run("share", photo, "--clean", out)
    assert done.code == 2 and "there already" in done.err
    assert out.read_bytes() == b"mine"
    assert run("share", photo, "--clean", photo).code == 2
    assert photo.read_bytes() == planted.jpeg()


def test_a_folder_is_cleaned_as_a_whole(run, tmp_path):
    folder = tmp_path / "holiday"
    (folder / "day 1").mkdir(parents=True)
    for name in ("jpeg.jpg", "png.png", "mp4.mp4"):
        (folder / "day 1" / name).write_bytes(FILES[name]())
    (folder / ".hidden.jpg").write_bytes(planted.jpeg())
    done = run("share", folder, "--clean", tmp_path / "out", "--json")
    assert done.code == 0
    assert len(done.out.splitlines()) == 3
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.*")) == ["jpeg.jpg", "mp4.mp4", "png.png"]
    for path in (tmp_path / "out").rglob("*.*"):
        assert not load.facts(path.read_bytes()).traces


def test_one_that_cannot_be_cleaned_does_not_stop_the_others(run, photo, tmp_path):
    bad = tmp_path / "broken.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    done = run("share", bad, photo, "--clean", tmp_path / "out")
    assert done.code == 2
    assert "SL109" in done.err and "broken.png" in done.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["photo.jpg"]


def test_there_is_never_half_a_copy(run, photo, tmp_path, monkeypatch):
    monkeypatch.setattr(sharing.wash.cleaners()["jpeg"], "parts", lambda data, facts: [(0, len(data))])
    done = run("share", photo, "--clean", tmp_path / "out.jpg")
    assert done.code == 2 and "left in the copy" in done.err
    assert not (tmp_path / "out.jpg").exists()
    assert "near New Delhi" in done.out, "what the file shows is still told"


def test_a_text_is_looked_at(run, tmp_path):
    path = tmp_path / "post.txt"
    path.write_text("we had a great day at the lake", encoding="utf-8")
    assert run("share", path).code in (0, 3)
    typed = run("share", "-", stdin=b"we had a great day at the lake")
    assert typed.code in (0, 3) and typed.out
    assert json.loads(run("share", "--json", path).out)["assessment"]["kind"] == "Draft"
    assert run("share", path, "--clean", tmp_path / "x.txt").code == 2


def test_what_is_no_file_is_told(run, tmp_path):
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "odd.bin").write_bytes(bytes(range(256)))
    (tmp_path / "nothing").mkdir()
    for name in ("missing.jpg", "empty.jpg", "odd.bin", "nothing"):
        done = run("share", tmp_path / name)
        assert done.code == 2 and done.err.startswith("SL"), name
    assert run("share", "-", stdin=b" ").code == 2


def test_several_files_need_a_folder(run, photo, tmp_path):
    other = tmp_path / "other.jpg"
    other.write_bytes(planted.jpeg())
    (tmp_path / "file").write_bytes(b"x")
    assert run("share", photo, other, "--clean", tmp_path / "file").code == 2


# ---------------------------------------------------------------- blurring


def test_an_area_is_blurred(run, tmp_path):
    image = pytest.importorskip("PIL.Image")
    picture = image.new("RGB", (80, 60))
    picture.putdata([((x * 37) % 256, (y * 91) % 256, (x * y) % 256) for y in range(60) for x in range(80)])
    path, out = tmp_path / "a.png", tmp_path / "b.png"
    picture.save(path)
    done = run("share", path, "--clean", out, "--blur", "10,10,20,20", "--blur", "50%,50%,25%,25%")
    assert done.code == 0, done.err
    assert "the same as before" not in done.out
    with image.open(out) as new:
        assert new.size == (80, 60)
        old, now = (each.crop((10, 10, 30, 30)).convert("RGB").tobytes() for each in (picture, new))
        same = sum(old[at : at + 3] == now[at : at + 3] for at in range(0, len(old), 3))
        assert same < 10, "of 400 pixels"
        assert new.crop((0, 0, 80, 10)).tobytes() == picture.crop((0, 0, 80, 10)).tobytes()


@pytest.mark.parametrize("blur", ["1,2,3", "a,b,c,d", "-1,0,5,5", "500,500,10,10"])
def test_an_area_that_is_none_is_told(run, photo, tmp_path, blur):
    pytest.importorskip("PIL.Image")
    done = run("share", photo, "--clean", tmp_path / "b.jpg", f"--blur={blur}")
    assert done.code == 2 and done.err.startswith("SL")
    assert not (tmp_path / "b.jpg").exists()


def test_blurring_needs_a_place_for_the_copy(run, photo):
    assert run("share", photo, "--blur", "1,1,1,1").code == 2


def test_blurring_without_pillow_says_how_to_install_it(run, photo, tmp_path, monkeypatch):
    import importlib

    from safelight.interfaces.cli.decoding import decoder

    # In place, where the package can be taken away.
    monkeypatch.setattr(decoder.capped, "start", None)
    real = importlib.import_module

    def without(name, package=None):
        if name.startswith("PIL"):
            raise ModuleNotFoundError("No module named 'PIL'", name="PIL")
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", without)
    done = run("share", photo, "--clean", tmp_path / "b.jpg", "--blur", "1,1,2,2")
    assert done.code == 2 and "safelight[pictures]" in done.err
