"""The report of a phone: a warning before anything is removed, apps named for what they see, and the drill."""

from safelight import App, Level, Phone, check
from safelight.locales.load import translator
from safelight.normalize.phone_apps.load import sharing, stalkerware, watchware
from safelight.report import html, text
from safelight.report.json import to_dict
from safelight.report.kinds.phone import blocks


def anchors(phone: Phone) -> list[str]:
    return [block.anchor for block in blocks(phone, check(phone), translator("en"))]


def test_a_watching_app_is_a_concern_and_the_warning_comes_first():
    phone = Phone((App("com.whatsapp"), App("com.topspy")))
    assert check(phone).level == Level.CONCERN
    assert anchors(phone) == ["before", "apps", "drill"]
    shown = text.render(phone, check(phone), None)
    assert shown.index("Do not remove the app yet") < shown.index("com.topspy")
    assert "stopstalkerware.org" in html.render(phone, check(phone), None)


def test_a_family_app_is_named_and_no_trick():
    phone = Phone((App("com.life360.android.safetymapd"),))
    assert check(phone).level == Level.NOTICE
    assert anchors(phone) == ["apps", "drill"]
    assert "Wants to watch you" not in text.render(phone, check(phone), None)


def test_nothing_on_the_lists_is_never_safe():
    phone = Phone((App("com.whatsapp"),))
    assert check(phone).level == Level.NOTHING_NOTICED
    assert "does not mean that nobody" in text.render(phone, check(phone), None)


def test_the_drill_puts_apps_that_are_there_first():
    phone = Phone((App("com.snapchat.android"),))
    (drill,) = blocks(phone, check(phone), translator("en"))
    assert drill.rows[0][0] == "Snapchat"
    assert len(drill.rows) == len(sharing()) >= 10


def test_the_lists_are_there_and_apart():
    assert len(stalkerware()) > 600
    assert len(watchware()) > 20
    assert all("." in package or package for package in stalkerware())


def test_json_names_the_apps_noticed():
    phone = Phone((App("com.topspy"),))
    assert to_dict(check(phone), item=phone)["phone"] == {
        "apps": 1,
        "noticed": [{"app": "com.topspy", "as": "known_watcher"}],
    }
