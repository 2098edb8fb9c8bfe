"""The take-down kit: which service fits when a private picture is out, what it asks for, what it can and cannot do.

One TOML file per service in `takedown_services/`. A file says for whom it is (`taken`: how old the person was when the
picture was taken; `countries`: empty means all), what leaves the device (`leaves`: "code", "link" or "picture"), where
its facts come from (`source`, `checked`, `read_in`, `verified`), and until when they may be used (`expires_on`: a test
fails after that day). Nothing here opens, compares, keeps or shows a picture; hashes come from `hashes.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from safelight.locales.load import Translator
from safelight.media.hashes import Hashes
from safelight.schema.errors import BadInput
from safelight.taxonomy.tables import Table, read_folder

Taken = Literal["under_18", "18_or_over", "unsure"]
TAKEN: tuple[Taken, ...] = ("under_18", "18_or_over", "unsure")
# "platform": what all apps share; "app": what is special about one.
KINDS = ("codes", "people", "platform", "app", "search")
LEAVES = ("code", "link", "picture")
KEYS = (
    "id", "name", "kind", "order", "countries", "taken", "needs_picture", "leaves", "web", "what_happens", "asks",
    "steps", "can", "cannot", "source", "checked", "expires_on", "verified", "verified_by", "read_in", "note",
)  # fmt: skip
_ALSO = {"UK": "GB"}


@dataclass(frozen=True, slots=True)
class Service:
    """One way to have a picture taken down. leaves: what leaves the device; web: "" when each app has its own form.

    asks: what one will be asked; steps: in order; can, cannot: plain sentences; checked, expires_on: ISO dates.
    """

    id: str
    name: str
    kind: str
    order: int
    countries: tuple[str, ...]
    taken: str
    needs_picture: bool
    leaves: str
    web: str
    what_happens: str
    asks: tuple[str, ...]
    steps: tuple[str, ...]
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    source: str
    checked: str
    expires_on: str
    verified: bool
    read_in: str


@cache
def services() -> tuple[Service, ...]:
    """Return all services, the first to try first. The folder is read once; BadData names file and key."""
    return build(read_folder("safelight.media", "takedown_services"))


def build(files: Iterable[Table]) -> tuple[Service, ...]:
    """Return the services made of whole-file tables, ordered."""
    found: dict[str, Service] = {}
    for file in files:
        service = _service(file)
        if service.id in found:
            raise file.bad("id", "is the id of another file too")
        found[service.id] = service
    return tuple(sorted(found.values(), key=lambda each: (each.order, each.id)))


def fitting(
    *, taken: Taken = "unsure", country: str = "", has_picture: bool = True, app: str = ""
) -> tuple[Service, ...]:
    """Return the services that fit, the first to try first.

    taken: age when the picture was taken ("unsure" keeps both, under 18 first); country: two letters, "" for none;
    has_picture: it is on this person's own device; app: a platform's id ("snapchat"), "" keeps those that all share.
    Raises BadInput for another `taken` or an unknown app.
    """
    if taken not in TAKEN:
        raise BadInput("This is no answer to how old somebody was", fix=f"Use one of {', '.join(TAKEN)}.")
    if app and app not in apps():
        raise BadInput("This app is not in the list", fix=f"Leave it out, or use one of {', '.join(apps())}.")
    code = _ALSO.get(country.strip().upper(), country.strip().upper())
    return tuple(
        each
        for each in services()
        if (taken == "unsure" or each.taken in ("any", taken))
        and (not each.countries or code in each.countries)
        and (has_picture or not each.needs_picture)
        and (each.id not in apps() or each.id == app)
    )


def apps() -> tuple[str, ...]:
    """Return the ids of single apps, for which there is more to say than what all share."""
    return tuple(each.id for each in services() if each.kind == "app")


def note(made: Sequence[tuple[str, Hashes]], chosen: Sequence[Service], day: str, _: Translator) -> str:
    """Return the text of the private note: the codes of each file, and room for case numbers. It holds no picture.

    made: (the file's own name, its hashes); day: ISO date of today.
    """
    lines = [
        _("My private note"),
        _("Made on {day}. It holds no picture, only codes that were made from it.").format(day=day),
        _("Keep it where only you can find it. You can show it to someone who helps you."),
        "",
    ]
    for number, (name, hashes) in enumerate(made, 1):
        lines += [_("Picture {number}: {name}").format(number=number, name=name), *_codes(hashes), ""]
    lines += [_("What I did (fill in):"), ""]
    for service in chosen:
        lines += [
            f"{service.name}  {service.web}".rstrip(),
            _("  Day:                Case number:"),
            _("  Link or account:"),
            "",
        ]
    return "\n".join([*lines, _("Keep a PIN in another place."), ""])


def _codes(hashes: Hashes) -> list[str]:
    codes = [("SHA-256", hashes.sha256), ("MD5", hashes.md5)]
    codes += [(f"PDQ ({each.of}, quality {each.quality})", each.hex) for each in hashes.pdq]
    return [f"  {name}: {value}" for name, value in codes]


def _service(file: Table) -> Service:
    """Return one service; the file is named after its id, and who verified it goes with verified."""
    file.keys_only(*KEYS)
    if file.file.rpartition("/")[2] != f"{file.text('id').replace('-', '_')}.toml":
        raise file.bad("id", "must be the file's name with dashes")
    if file.flag("verified") != bool(file.text("verified_by", "")):
        raise file.bad("verified_by", "must be filled exactly when verified is true")
    file.text("note", "")
    texts = {key: file.texts(key, at_least=1) for key in ("asks", "steps", "can", "cannot")}
    return Service(
        id=file.text("id"),
        name=file.text("name"),
        kind=file.choice("kind", KINDS),
        order=file.whole("order", 0, 99),
        countries=file.texts("countries"),
        taken=file.choice("taken", ("under_18", "18_or_over", "any")),
        needs_picture=file.flag("needs_picture"),
        leaves=file.choice("leaves", LEAVES),
        web=file.text("web", ""),
        what_happens=file.text("what_happens"),
        asks=texts["asks"],
        steps=texts["steps"],
        can=texts["can"],
        cannot=texts["cannot"],
        source=file.text("source"),
        checked=file.date("checked"),
        expires_on=file.date("expires_on"),
        verified=file.flag("verified"),
        read_in=file.text("read_in"),
    )
