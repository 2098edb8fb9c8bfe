"""Help now: the chosen country's services, those for the need first; numbers as links; what is not known is said."""

import datetime
import html
import re
from types import SimpleNamespace

import pytest

from safelight.advice.choose import places, records
from safelight.advice.directory import directory
from safelight.advice.needs import NEEDS
from safelight.interfaces.web.rooms import help as room

TUESDAY = datetime.datetime(2026, 11, 24, 10, 0, tzinfo=datetime.UTC)


class Stopped(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return TUESDAY.astimezone(tz)


@pytest.fixture(autouse=True)
def moment(monkeypatch):
    monkeypatch.setattr(room, "datetime", SimpleNamespace(datetime=Stopped, UTC=datetime.UTC))


@pytest.fixture
def shown(client):
    def get(query=""):
        answer = client.get(f"/h{query}")
        assert answer.status_code == 200
        return html.unescape(answer.text)

    return get


def order(page, *names):
    places_ = [page.index(f"<h3>{name}</h3>") for name in names]
    return places_ == sorted(places_)


def test_without_a_country_it_shows_the_whole_world(shown):
    page = shown()
    assert "Choose your country below" in page
    assert "childhelplineinternational.org/helplines/" in page
    assert "inhope.org/EN/our-members" in page
    assert 'href="tel:' not in page


def test_a_country_shows_its_emergency_number_first(shown):
    page = shown("?c=IN")
    assert 'href="tel:112"' in page
    assert page.index('href="tel:112"') < page.index('href="tel:1098"')
    assert "It is Tuesday 15:30 in India." in page


def test_the_need_comes_first_and_nothing_is_hidden(shown):
    pictures, money = shown("?c=IN&n=p"), shown("?c=IN&n=m")
    assert order(money, "Cybercrime helpline 1930", "Child Helpline 1098")
    assert order(pictures, "Take It Down (taken under 18)", "Child Helpline 1098", "Cybercrime helpline 1930")
    for name in ("Child Helpline 1098", "National Cyber Crime Reporting Portal", "Take It Down (taken under 18)"):
        assert f"<h3>{name}</h3>" in pictures and f"<h3>{name}</h3>" in money


def test_who_answers_now_follows_the_clock_of_the_country(shown, monkeypatch):
    assert "Answers again today at 14:00" in shown("?c=DE&n=k")
    monkeypatch.setattr(room, "datetime", datetime)
    assert "It is " in shown("?c=DE")


def test_of_one_kind_those_that_answer_now_come_first(shown):
    page = shown("?c=NO&n=k")
    assert order(page, "Alarmtelefonen for barn og unge", "Kors på halsen")
    assert "Answers now" in page


def test_several_clocks_are_said(shown):
    page = shown("?c=BR&n=k")
    assert "Your own clock may differ." in page
    assert "(clock of Sao Paulo)" in page


def test_members_of_the_union_without_a_file(shown):
    page = shown("?c=SE")
    assert 'href="tel:116111"' in page
    assert '<option value="SE" selected>Sweden</option>' in page


def test_it_says_what_is_not_known(shown):
    page = shown("?c=IN&n=m")
    assert "Not known; you can ask first" in page
    assert "<dd>Not known</dd>" in shown("?c=DE&n=p")
    assert "When they answer is not known; try" in page
    assert page.count("Unverified.") == len(re.findall(r'class="checked"', page))


def test_links_out_wait_to_be_pressed_and_tell_nobody_where_from(shown):
    page = shown("?c=ES&n=t")
    links = re.findall(r'<a class="way" [^>]*>', page)
    assert any('href="https://wa.me/34900116117"' in link for link in links)
    for link in links:
        assert re.search(r'href="(tel:|sms:|mailto:|https://)', link)
        if "https://" in link:
            assert 'rel="noopener noreferrer nofollow"' in link
    assert "<iframe" not in page and "<img" not in page


def test_the_address_says_no_topic(client, shown):
    page = shown("?c=GB&n=t&w=y12&l=en")
    assert '<input type="hidden" name="w" value="y12">' in page
    fields = set(re.findall(r'name="(\w+)"', page)) - {"viewport"}
    assert all(len(name) == 1 for name in fields if name != "color")
    assert set(room.LETTERS.values()) == set(NEEDS)
    assert all(len(letter) == 1 for letter in room.LETTERS)


def test_the_reader_decides_what_is_shown(shown):
    assert "NSPCC Helpline for adults" not in shown("?c=GB&w=y12")
    carer = shown("?c=GB&w=carer")
    assert "NSPCC Helpline for adults" in carer
    assert "<h3>Childline</h3>" not in carer
    helper = shown("?c=GB&w=helper")
    assert "<h3>Childline</h3>" in helper and "NSPCC Helpline for adults" in helper


@pytest.mark.parametrize("query", ["?c=XX", "?n=zz", "?c=%3Cb%3E&n=%22", "?c=in", "?w=boss"])
def test_what_is_unknown_counts_as_not_said(shown, query):
    assert "Who can help now" in shown(query)


@pytest.mark.parametrize("code", sorted(dict(places())))
def test_every_country_has_a_page(shown, code):
    page = shown(f"?c={code}&n=t&w=helper")
    assert f'<option value="{code}" selected>' in page
    for record in records(code):
        assert html.unescape(record.helpline.what_happens) in page


def test_facts_past_their_day_are_not_shown_as_fresh(shown, monkeypatch):
    later = TUESDAY.replace(year=2028)
    monkeypatch.setattr(Stopped, "now", classmethod(lambda cls, tz=None: later.astimezone(tz)))
    assert "That is long ago: look it up before you rely on it." in shown("?c=IN")


def test_the_words_of_every_language_of_a_service_are_known():
    from safelight.locales.load import translator
    from safelight.report.words import language_name

    say = translator("en")
    ways = [w for place in directory().values() for each in place.records for w in each.helpline.contacts]
    assert not [code for way in ways for code in way.languages if language_name(code, say) == code]
