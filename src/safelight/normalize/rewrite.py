"""Says a draft again without its details: vaguer words where the grammar allows it, else the clause is left out.

Nothing is ever added that the draft did not say. What is done for each category stands in `rewrite.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from safelight.normalize.language import decide, votes
from safelight.normalize.text import words
from safelight.schema.findings import Finding

# Words; fewer are no clause. After _NEEDS_MORE something has to follow.
_ENOUGH = 2
_NEEDS_MORE = frozenset(
    (
        "my",
        "i",
        "just",
        "we",
        "til",
        "until",
        "is",
        "a",
        "an",
        "the",
        "on",
        "at",
        "mi",
        "es",
        "mera",
        "meri",
        "मेरा",
        "मेरी",
        "since",
    )
)
_ENGLISH = "en"
_CLAUSE = re.compile(
    r"[.!?।\n|•;()]+|,|\s[-–—]\s|(?<!\w)(?:and|but|so|because|cos|coz|bc|btw|if|while|plus|aur|lekin|"
    r"kyunki|magar|y|pero|porque|si|और|लेकिन|"
    r"क्योंकि|मगर)(?!\w)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?<!\w)(?:all |completely |totally )?(?:alone|by myself|on my own)(?!\w)|(?<!\w)(?:sol[oa]s?|solit[oa])(?!\w)|"
    r"(?<!\w)(?:bilkul |ekdum )?(?:akel[aie])(?!\w)|(?:बिल्कुल |एकदम )?अकेल[ाीे]",
    re.IGNORECASE,
)
_HOME = re.compile(r"(?<!\w)(?:home|house|casa|piso|ghar|ghr)(?!\w)|घर", re.IGNORECASE)
_TIME = re.compile(
    r"(?:[\s,]+(?:till?|until|from|after|hasta|desde|raat|shaam|\d|रात|शाम|today|tonight|this|toda|esta|"
    r"hoy|aaj|आज|all|every|on)(?![a-z]).*)$",
    re.IGNORECASE | re.DOTALL,
)
_PLACE = {
    "en": re.compile(
        r"\s+(?:at|in|by|near|outside|behind|under|from|opposite|next to|in front of|for|to|on)\s", re.IGNORECASE
    ),
    "es": re.compile(r"\s+(?:en|a las?|al|delante|frente|fuera|junto|detr[aá]s|para|del|de la)\s", re.IGNORECASE),
}
_VERB = {
    "hi-Latn": re.compile(
        r"(?<!\w)(?:mil\w*|aa?(?:ja|jao|na|jana)\w*|pick|lene|wait|intezaar|rahung\w*)(?!\w)", re.IGNORECASE
    ),
    "hi": re.compile(r"(?:मिल\S*|आ(?:\s|$|ओ|ना)|लेने|इंत[ज़ज]\S*|रह\S*)"),
}
_WORK = {
    "hi-Latn": re.compile(r"\S.*?\s(?:mein|main|me|m|pe|par|pr)\s", re.IGNORECASE),
    "hi": re.compile(r"\S.*?\s(?:में|पर)\s"),
}
_KIN = re.compile(
    r"^(?:(?:mer[aie]|meri|mummy|mumma|mom|papa|dad|maa|bhai|bhaiya|didi|chacha|मेर[ाीे]|मम्मी|माँ|मां|"
    r"पापा|भाई|दीदी)\s+)+",
    re.IGNORECASE,
)
_BEING = re.compile(
    r"^(?P<who>(?:i['’]?\s?a?m|im|we['’]?re|we are|estoy|estamos|main|mai|hum|abhi main|मैं|हम|अभी मैं|"
    r"मैं अभी)(?![a-z])(?:\s+(?:still|just|abhi))?)?.*?"
    r"(?P<end>\s(?:hoon|hu|hun|hai|hain|h|हूँ|हूं|हैं|है))?$",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(r"(?:the|el|la|los|las|al|del)\s+$", re.IGNORECASE)
_SAYS_SCHOOL = re.compile(
    r"(?:school|college|cole|colegio|instituto|insti|escuela|स्कूल|विद्यालय)\W+(?:is|s|called|es|se llama|"
    r"hai|ka naam|का नाम|name|named|\W)*\s*(?:el\s+|la\s+|the\s+)?$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"walk|left|leav|key|chaabi|चाबी", re.IGNORECASE)
_POSTPOSITION = re.compile(r"(?<!\w)(?:mein|main|me|m)\s|में\s")
_JOINS = re.compile(r"(?:for|at|of|in|with|en|con|joined|mein)\s+$", re.IGNORECASE)
_TWICE = re.compile(
    r"\b(?:in |en )?(school|el colegio|student)\b,? (?:at|of|in|del?|en) (?:my school|(?:mi|el) colegio)|"
    r"(my school|mi colegio|al colegio),? (?:in|en) (?:school|el colegio)",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t]{2,}")
_LOOSE = re.compile(r"\s+(?=[,.!?;:])|(?<=[,;])(?=\S)")
_DOUBLED = re.compile(r"(?:\s*[,;|•]\s*)+(?=[,;|•.!?\n]|$)|^[\s,;:|•.)!–—-]+", re.MULTILINE)
_ONLY_SMALL = re.compile(r"\W*(?:and|but|so|because|aur|y|pero|और|lol|omg|btw|haha|yesss?|pls)\W*", re.IGNORECASE)
_LEADING = re.compile(r"^(?:and|but|so|because|cos|btw|aur|lekin|kyunki|y|pero|porque|और|लेकिन|क्योंकि)\s+", re.IGNORECASE)
_ENDING = re.compile(
    r"\s+(?:and|but|so|because|cos|aur|lekin|kyunki|y|pero|porque|और|लेकिन|क्योंकि|if|si|at|in|on|to|for|"
    r"en|from)(?=\s*(?:[.!?]|$))",
    re.IGNORECASE,
)


class _Edit(NamedTuple):
    start: int
    end: int
    put: str


def rewrite(text: str, findings: Iterable[Finding]) -> str:
    """Return the text without the details of the findings; "" when nothing would be left of it.

    findings: those of a `Draft` with this text (`because`: category, language, group, detail_start, detail_end).
    """
    details = tuple(_details(text, findings))
    if not details:
        return text
    rest = text
    for start, end, put in reversed(_joined([_edit(text, detail) for detail in details])):
        rest = rest[:start] + put + rest[end:]
    return _tidy(rest) or _alone(details)


class _Detail(NamedTuple):
    """A finding's place (`start` to `end`), what gives it away (`first` to `last`), and in which language it is."""

    category: str
    group: str
    language: str
    start: int
    end: int
    first: int
    last: int


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads((files("safelight.normalize") / "rewrite.toml").read_text(encoding="utf-8"))


def _details(text: str, findings: Iterable[Finding]) -> Iterator[_Detail]:
    found = [each for each in findings if each.evidence and each.because.get("category") in _rules()]
    spoken = _language(text, found)
    for finding in found:
        span, because = finding.evidence[0].spans[0], finding.because
        code = str(because.get("language", spoken))
        first, last = int(because.get("detail_start", span.start)), int(because.get("detail_end", span.end))
        group = str(because.get("group", ""))
        yield _Detail(str(because["category"]), group, code, span.start, span.end, first, last)


def _language(text: str, found: Sequence[Finding]) -> str:
    """Return the language of the draft: what most phrases found are in, else what its words say."""
    said = [str(finding.because["language"]) for finding in found if "language" in finding.because]
    if said:
        return max(sorted(set(said)), key=said.count)
    code, _ = decide(votes(words(text).words, text))
    return code if code in ("es", "hi", "hi-Latn") else _ENGLISH


def _alone(details: Sequence[_Detail]) -> str:
    """Return what is said when nothing is left: the vaguer sentences of the categories that have one."""
    said = (_rules()[each.category].get("alone", {}).get(each.language, "") for each in details)
    return ". ".join(dict.fromkeys(each for each in said if each))


def _edit(text: str, detail: _Detail) -> _Edit:
    ways: dict[str, Callable[[str, _Detail], _Edit]] = {
        "first": _first_name,
        "calm": _calm,
        "shorten": _shortened,
        "leave_out": _left_out,
        "replace": _replaced,
        "trim": _trimmed,
    }
    if detail.category == "other_person":
        return _of_another(text, detail)
    return ways.get(_rules()[detail.category]["do"], _clause)(text, detail)


def _vague(detail: _Detail) -> str:
    return str(_rules()[detail.category][detail.language])


def _first_name(text: str, detail: _Detail) -> _Edit:
    return _Edit(detail.first, detail.last, text[detail.first : detail.last].split()[0])


def _of_another(text: str, detail: _Detail) -> _Edit:
    """Keep a first name, or that there is a number; leave out anything else."""
    words_there = text[detail.first : detail.last]
    if detail.group == "name follows" and " " in words_there and not re.search(r"[\d@]", words_there):
        return _first_name(text, detail)
    contact = re.search(r"[@+\d][\w@+.\s()-]{3,}$", words_there)
    if contact:
        return _Edit(detail.first + contact.start(), detail.last, _vague(detail))
    return _clause(text, detail)


def _left_out(text: str, detail: _Detail) -> _Edit:
    """Leave out "in my uniform", where the phrase stands for itself; else the clause."""
    said = text[detail.start : detail.end]
    wearing = re.search(r"(?<!\w)(?:still\s+)?(?:in|wearing|with|con|en)\s", said, re.IGNORECASE)
    if detail.language in ("en", "es") and wearing and (wearing.start() or _before(text, detail.start)):
        return _Edit(detail.start + wearing.start(), detail.end, "")
    ending = _POSTPOSITION.search(said)
    if ending and text[detail.start + ending.end() :].strip():
        return _Edit(detail.start, detail.start + ending.end(), "")
    return _clause(text, detail)


def _trimmed(text: str, detail: _Detail) -> _Edit:
    """Leave out the phrase alone, when enough of its clause stays to be one."""
    whole = _clause(text, detail)
    if detail.language not in ("en", "es"):
        return whole
    before, behind = text[whole.start : detail.start].split(), text[detail.end : whole.end].split()
    stays = len(before) + len(behind) >= _ENOUGH and behind and not (before and before[-1].lower() in _NEEDS_MORE)
    return _Edit(detail.start, detail.end, "") if stays else whole


def _before(text: str, start: int) -> bool:
    return len(text[:start].split()) > 0


def _calm(text: str, detail: _Detail) -> _Edit:
    """Leave out "alone" and the hour, when the rest still says that somebody is at home."""
    said = text[detail.start : detail.end]
    rest = _SPACES.sub(" ", _ALONE.sub("", _TIME.sub("", said))).strip()
    if detail.group != "home alone":
        return _clause(text, detail)
    if _ALONE.search(said) and _HOME.search(rest) and len(rest.split()) < len(said.split()) and not _LEFT.search(rest):
        return _Edit(detail.start, detail.end, rest)
    if _HOME.search(said) and not _LEFT.search(said):
        return _clause(text, detail)._replace(put=f" {_vague(detail)} ")
    return _clause(text, detail)


def _shortened(text: str, detail: _Detail) -> _Edit:
    """Cut off the place and the hour; in Hindi they come first."""
    start, code, said = detail.start, detail.language, text[detail.start : detail.end]
    if code in _PLACE:
        place = _PLACE[code].search(said)
        end = _clause(text, detail).end if detail.category == "family_work" else detail.end
        return _Edit(start + place.start(), end, "") if place and place.start() else _clause(text, detail)
    if detail.category == "family_work":
        kin = _KIN.match(said)
        at = kin.end() if kin else 0
        place = _WORK[code].match(said, at)
        return _Edit(start + at, start + place.end(), "") if place else _clause(text, detail)
    verb = _VERB[code].search(said)
    return _Edit(start, start + verb.start(), "") if verb and verb.start() else _clause(text, detail)


def _replaced(text: str, detail: _Detail) -> _Edit:
    """Put vaguer words in the place of a detail, as the words before it allow."""
    first, last, vague, code = detail.first, detail.last, _vague(detail), detail.language
    before, said = text[max(0, first - 30) : first], text[first:last]
    if detail.category == "live_location":
        return _away(text, detail)
    if detail.category == "class_grade":
        return _class(text, detail)
    if detail.category == "school" and _SAYS_SCHOOL.search(before):
        return _clause(text, detail)
    city = re.match(r",\s+[A-Z][a-z]+", text[last:])
    if detail.category == "school" and city:
        last += city.end()
    if detail.group == "precedes":
        last = first + len(re.sub(r"\s(?:mein|me|m|main|में)(?:\s.*)?$", "", said, flags=re.DOTALL))
    article = _ARTICLE.search(before)
    if article and detail.category in ("school", "team_club"):
        return _Edit(first, last, vague.split()[-1])
    if detail.category == "team_club" and code in ("en", "es") and not _JOINS.search(before):
        return _clause(text, detail)
    return _Edit(first, last, vague)


def _away(text: str, detail: _Detail) -> _Edit:
    """Make "I'm out" of "I'm at the mall", in the words of the language."""
    being = _BEING.match(text[detail.start : detail.end])
    who, aux = (being["who"] or "", being["end"] or "") if being else ("", "")
    pieces = (who.strip(), _vague(detail), aux.strip())
    put = " ".join(each for each in pieces if each)
    if detail.language in ("hi", "hi-Latn"):
        return _clause(text, detail)._replace(put=f" {put} ")
    return _Edit(detail.start, _clause(text, detail).end, put)


def _class(text: str, detail: _Detail) -> _Edit:
    said = text[detail.first : detail.last]
    ending = re.search(r"\s(?:mein|me|m|में)$", said)
    vague = _vague(detail)
    if said.lower().endswith(" at"):
        vague = "student at" if re.search(r"(?<!\w)(?:a|the)\s+$", text[: detail.first]) else "a student at"
    return _Edit(detail.first, detail.last, vague + (ending.group() if ending else ""))


def _clause(text: str, detail: _Detail) -> _Edit:
    """Return the clause around a place, to be left out."""
    begin = 0
    for stop in _CLAUSE.finditer(text):
        if stop.end() <= detail.start:
            begin = stop.end()
        elif stop.start() >= detail.end:
            return _Edit(begin, stop.start(), "")
    return _Edit(begin, len(text), "")


def _joined(edits: Sequence[_Edit]) -> list[_Edit]:
    """Sort edits; of overlapping ones the widest stays, and takes in the others."""
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if kept and edit.start < kept[-1].end:
            last = kept[-1]
            if edit.end > last.end or (last.put and not edit.put):
                kept[-1] = _Edit(last.start, max(last.end, edit.end), "")
            continue
        kept.append(edit)
    return kept


def _tidy(text: str) -> str:
    """Mend blanks, commas and small words that a gap left behind; "" when no word is left."""
    text = _TWICE.sub(
        lambda match: (
            match.group(1) and f"in {match.group(1)}"
            if match.group(0)[:3] == "in "
            else match.group(1) or match.group(2)
        ),
        text,
    )
    for _ in range(2):
        text = _ENDING.sub("", _SPACES.sub(" ", text))
        text = _DOUBLED.sub("", _LOOSE.sub("", text)).strip()
        text = _LEADING.sub("", text)
    return text if re.search(r"[^\W\d_]{2}", text) and not _ONLY_SMALL.fullmatch(text) else ""
