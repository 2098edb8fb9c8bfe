"""Files built to keep a cleaner busy for hours, or to make it write without an end, come to an end soon."""

import time

import pytest
from tests.media import ill

from safelight.interfaces.cli.decoding import decoder
from safelight.media import decoder as decoders
from safelight.media import load, wash
from safelight.media.capped import Caps
from safelight.media.clean.parts import size
from safelight.media.read.notes import SpentError, on_time, within
from safelight.schema.errors import CannotClean

# A machine that is busy with other things gets more; without bounds each of them takes more than a minute.
SECONDS, MORE = 2.0, 26.0


@pytest.mark.slow
@pytest.mark.parametrize("make", ill.FILES.values(), ids=ill.FILES)
def test_cleaning_comes_to_an_end(monkeypatch, make):
    monkeypatch.setattr(wash, "_SECONDS", SECONDS)
    monkeypatch.setitem(decoders._CAPS, "rewrite", Caps(1024, SECONDS))
    data = make()
    facts = load.facts(data)
    assert facts.format
    begun = time.monotonic()
    try:
        assert size(decoder.parts(data, facts)) <= 4 * len(data) + 1024**2
    except CannotClean as error:
        assert error.fix
    # A child that has to be started takes its time, too.
    assert time.monotonic() - begun < 2 * SECONDS + MORE


def test_a_copy_is_never_many_times_the_file(monkeypatch):
    data = ill.tiff_of_overlapping_strips()
    monkeypatch.setattr(wash.cleaners()["tiff"], "parts", lambda data, facts: [(0, len(data))] * 10)
    with pytest.raises(CannotClean, match="more than can be cleaned"):
        wash.parts(data)


def test_there_is_a_time_for_cleaning():
    with within(0.05):
        on_time()
        # What is longer inside does not lengthen it.
        with within(60), pytest.raises(SpentError):
            while True:
                on_time()
    on_time()


def test_documents_are_cleaned_as_without_a_child():
    from tests.media.planted import FILES

    for name in FILES:
        data = FILES[name]()
        facts = load.facts(data)
        if facts.format in decoders._REWRITTEN:
            assert decoder.clean(data, name) == wash.clean(data, name)
