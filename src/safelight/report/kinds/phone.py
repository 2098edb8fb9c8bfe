"""What apps could see of a phone's owner, what to think of before one is removed, and the drill of shared places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safelight.locales.load import Translator, mark
from safelight.normalize.phone_apps.load import Sharing, sharing
from safelight.normalize.phone_apps.match import watches_openly
from safelight.report.clean import name as safe_name
from safelight.report.kinds import Block
from safelight.schema.assessments import Assessment, Level
from safelight.schema.items import App, Item, Phone

HELP = "https://stopstalkerware.org/information-for-survivors/"
LEVELS = {
    Level.NOTHING_NOTICED: mark("None of the apps is on our lists. That does not mean that nobody can see this phone."),
    Level.NOTICE: mark("An app here can show things to others. That is fine when all who are in it know."),
    Level.CONCERN: mark(
        "An app here may be able to watch someone. It is not your fault. Get help before you change anything."
    ),
}
WHAT = {
    "known_watcher": mark("Made to watch someone without telling. It may show messages, calls, pictures and places."),
    "strong_rights": mark("May read the screen or run the phone, and see the place. It came from no store."),
    "family_app": mark("Made for families. It can show where the phone is, and often which apps are used."),
}


def blocks(item: Item, assessment: Assessment, _: Translator) -> Iterator[Block]:
    """Yield the warning when it is needed, the apps noticed, and the drill."""
    if not isinstance(item, Phone):
        return
    noticed = [*_noticed(item, assessment)]
    if any(what != "family_app" for _app, what, _listed in noticed):
        yield Block("before", _("Before you remove anything"), _warning(_))
    if noticed:
        rows = tuple((_called(app, listed), _(WHAT[what])) for app, what, listed in noticed)
        yield Block("apps", _("Apps that can see something"), head=(_("App"), _("What it can see")), rows=rows)
    there = [each for each in sharing() if any(_is(each, app) for app in item.apps)]
    rest = [each for each in sharing() if each not in there]
    says = _("Look at each one, if you can do so without being watched. Menus move: this was written on {date}.")
    yield Block(
        "drill",
        _("Who can see where I am?"),
        (says.format(date=sharing()[0].checked), _("It was not tried on each phone.")),
        (_("App"), _("What it can show"), _("Where to look")),
        tuple((each.name, _(each.sees), _(each.look)) for each in (*there, *rest)),
    )


def data(item: Item, assessment: Assessment, *, words: bool) -> dict[str, Any]:
    """Return how many apps were looked at, and the ids of those noticed."""
    del words
    if not isinstance(item, Phone):
        return {}
    noticed = [{"app": app.package or app.name, "as": what} for app, what, _ in _noticed(item, assessment)]
    return {"apps": len(item.apps), "noticed": noticed}


def _noticed(item: Phone, assessment: Assessment) -> Iterator[tuple[App, str, str]]:
    """Yield the apps that were noticed, as what, and the name under which a list has them."""
    for finding in assessment.findings:
        if finding.because.get("row") in WHAT:
            number = int(finding.because["app"])
            yield item.apps[number], str(finding.because["row"]), str(finding.because.get("listed_as", ""))
    for app in item.apps:
        if listed := watches_openly(app):
            yield app, "family_app", listed


def _warning(_: Translator) -> tuple[str, ...]:
    return (
        _("Stop here first. Do not remove the app yet."),
        _("Whoever put it there may notice, and may get angry. And the app itself is proof."),
        _("This phone may be watched. Use another one to look for help."),
        _("People who know such apps can plan it with you: {link}").format(link=HELP),
        _("If you are in danger now, call the police."),
    )


def _called(app: App, listed: str) -> str:
    named = safe_name(app.package or app.name, "")
    return f"{listed} ({named})" if listed and named and listed != named else named or listed


def _is(each: Sharing, app: App) -> bool:
    return app.package in each.packages or (
        not app.package and app.name.casefold() in each.name.casefold() and len(app.name) > 3
    )
