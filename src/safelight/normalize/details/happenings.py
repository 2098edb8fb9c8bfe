"""Sentences in which a place stands beside "now", a meeting, a habit or "alone", in whatever order they come.

Phrases in a fixed order miss many ways to say it. Here a sentence is taken when it holds all the parts: where and now;
meeting, where and when; where and how often; alone (or the family away) and how long.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from safelight.normalize.details import stretch
from safelight.normalize.details.shapes import Shape, any_of

_SENTENCE = re.compile(r"[^.!?।\n]+(?:[.!?।]+(?=\S)[^.!?।\n]+)*")
_TABLE: dict[str, list[str]] = tomllib.loads((files("safelight.normalize") / "happenings.toml").read_text("utf-8"))
_KIND_OF_PLACE = "|".join(_TABLE["places"])
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w'’&-]{0,30}"
_NAMED = (
    rf"(?:{_CAPITAL}(?:\s(?:of|the|de|del|la|los|{_CAPITAL}))*(?:\s(?:concert|show|match|game|gig|festival|"
    rf"branch|store|harbour))?)"
)
_THE = r"(?:(?:the|a|this|our|that|my local|some)\s+)?"
_EN_PLACE = (
    rf"(?<!\w)(?:at|outside|near|by|inside|opposite|behind|through|past|along)\s+{_THE}"
    rf"(?:{_NAMED}|(?i:(?:[a-z'’]{{1,20}}\s){{0,2}}(?:{_KIND_OF_PLACE}))(?!\w))"
    rf"|(?<!\w)(?:in|on|from)\s+{_THE}(?:{_CAPITAL}(?:\s(?:of|the|{_CAPITAL}|\d+))+|"
    rf"(?i:(?:[a-z'’]{{1,20}}\s)?(?:{_KIND_OF_PLACE}))(?!\w))"
)
_ES_PLACE = (
    rf"(?<!\w)(?:en|por|fuera de|delante de|cerca de|frente a|junto a|detr[aá]s de)\s?l?\s?(?:(?:el|la|los|"
    rf"las|un|una)\s+)?"
    rf"(?:{_NAMED}|(?i:(?:[a-záéíóúñ]{{1,20}}\s){{0,1}}(?:{_KIND_OF_PLACE}))(?!\w))"
)
_HI_PLACE = (
    rf"(?<![\w\u0900-\u097f])(?:(?:{_CAPITAL}\s){{1,4}}|"
    rf"(?i:(?:[\w\u0900-\u097f]{{1,20}}\s){{0,2}}(?:{_KIND_OF_PLACE})\s))"
    r"(?:mein|main|me|pe|par|pr|ke (?:bahar|paas|pass|samne|saamne|andar|piche|peeche|gate)|में|पर|पे|"
    r"के (?:बाहर|पास|सामने|अंदर|पीछे|गेट))(?!\w)"
)
_PLACE = re.compile(f"(?:{_EN_PLACE})|(?:{_ES_PLACE})|(?:{_HI_PLACE})")
_NOW = any_of(*_TABLE["now"])
_BEING = re.compile(
    r"(?<![\w'’])(?:i['’]?m|i am|we['’]?re|we are|estoy|estamos|aqu[ií])\s+(?:\w+\s){0,2}?$|"
    r"(?<!\w)(?:here|now|still|back)\s+$",
    re.IGNORECASE,
)
_NOT_THERE = any_of(
    "was",
    "were",
    "went",
    "used to",
    "yesterday",
    "last (?:week|month|year|night|summer)",
    "ago",
    "wish",
    "want to",
    "wanna",
    "imagine",
    "if i",
    "never",
    "should",
    "could",
    "would",
    "movie",
    "film",
    "song",
    "episode",
    "plays",
    "played",
    "news",
    "concert tickets",
    "working on",
    "interested",
    "believe",
    "ayer",
    "estaba",
    "fui",
    "tha",
    "thi",
    "था",
    "थे",
    "थी",
    "major(?:ing)?",
    "born",
    "bet",
)
_VAGUE = any_of(*_TABLE["vague"])
_MEET = any_of(*_TABLE["meet"])
_TIME = re.compile(
    r"(?<!\w)(?:at|@|around|by|from|half|a las?|las|sobre las)\s+\d{1,2}(?::\d\d)?(?!\d|%)|"
    r"\d{1,2}(?::\d\d)?\s?(?:am|pm|baje|बजे|h)(?!\w)|"
    r"(?<!\w)(?:noon|midnight|tonight|tomorrow|tmrw|tmr|this (?:afternoon|evening|weekend|saturday|sunday|"
    r"friday)|after school|mañana|esta (?:tarde|noche)|"
    r"el (?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)|kal|aaj|shaam|sham|परसों|कल|आज|"
    r"शाम|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"(?<!\w)(?:every(?: single)? (?:day|morning|evening|night|afternoon|week|weekend|mon|tues|wednes|"
    r"thurs|fri|satur|sun)\w*|each (?:day|morning|week)|daily|everyday|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)days|todos los \w+|todas las \w+|cada \w+|los (?:lunes|"
    r"martes|mi[eé]rcoles|jueves|viernes|s[aá]bados|domingos)|"
    r"roz|rozana|har (?:roz|din|shaam|subah|raat|\w+vaar|\w+day)|रोज़?|हर \S+)(?!\w)",
    re.IGNORECASE,
)
_GOING = any_of(*_TABLE["going"])
_ALONE = any_of(*_TABLE["alone"])
_HOW_LONG = re.compile(
    r"(?<!\w)(?:till?|until|hasta(?: que)?|before|tak|तक)(?!\w)|(?<!\w)(?:all|every|each) (?:day|night|"
    r"morning|afternoon|evening|week|weekend)(?!\w)|"
    r"(?<!\w)(?:tonight|overnight|after school|por las (?:tardes|noches|mañanas)|toda la (?:tarde|noche|"
    r"mañana)|todo el d[ií]a|de noche|roz|रोज़?|raat (?:ko|bhar)|रात)(?!\w)",
    re.IGNORECASE,
)
_KIN = any_of(*_TABLE["kin"])
_AWAY = re.compile(
    r"(?<!\w)(?:(?:get|gets|be|come|comes|is|are|finish(?:es)?)\s+(?:back|home|in)|(?:not|n['’]?t|dont|"
    r"doesnt|wont)\s+(?:\w+\s){0,2}(?:back|home|in)|out|away|gone|working|at work|works?|"
    r"vuelv\w+|lleg\w+|trabaj\w+|salen|sale|fuera|office|ऑफिस|ऑफ़िस|दफ्तर|बाहर|काम|duty|bahar|aat[ei]|"
    r"aay?eng?[ei]|आते|आती|आएंगे|लौट\S*)(?!\w)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?<!\w)(?:till?|until|before|after|at|by|hasta|a|antes de|despu[eé]s de)\s+(?:las?\s+|around\s+|"
    r"about\s+)?(?:\d{1,2}(?!\d|%)|midnight|late|tonight|tomorrow|sunday|monday|noon)|"
    r"\d{1,2} (?:baje|बजे) (?:tak|ke baad|se pehle|तक|के बाद|से पहले)|(?<!\w)(?:this|for the|"
    r"all) (?:weekend|week|night|day)|(?<!\w)(?:de noche|raat tak|shaam tak|रात तक|शाम तक)(?!\w)",
    re.IGNORECASE,
)
_JOKE = any_of(*_TABLE["joke"])

# "me" is "in" in Hindi and an English word: the sentence has to hold another Hindi one.
_OWN_ME = re.compile(r"\s(?:me|main|par)$")
_HINDI = any_of(*_TABLE["hindi"])

_CAPITALS = re.compile(r"\s[A-ZÁÉÍÓÚÑ]|^[A-Z]|[\u0900-\u097f]")
_CLOCK = re.compile(r"(?<![\w.,])\d{1,2}(?::\d\d)?(?!\d|%|[.,]\d)")
_NEAR = 16
_REST = re.compile(r"[^,;]{0,30}?(?=[,;]|\s(?:so|and|but|because|cos|lol|y|pero|aur|lekin|और)\s|$)")


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in _SENTENCE.finditer(text):
        if not _JOKE.search(found.group()):
            yield found.start(), found.group()


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    for offset, said in _sentences(text):
        for clause in re.finditer(r"[^,;]+", said):
            yield offset + clause.start(), clause.group()


def _places(said: str) -> Iterator[re.Match[str]]:
    for place in _PLACE.finditer(said):
        if not _VAGUE.search(place.group()):
            yield place


def present(text: str) -> Iterator[Shape]:
    """Yield places where somebody is now, of kind "live_location"."""
    for offset, said in _sentences(text):
        if _past(said):
            continue
        for place in _places(said):
            if place.group().lower().startswith("from") or (_OWN_ME.search(place.group()) and not _HINDI.search(said)):
                continue
            being = _BEING.search(said[: place.start()])
            if being or _NOW.search(said):
                start = being.start() if being else place.start()
                end = stretch.with_time(said, _further(said, place.end()))
                yield Shape(offset + start, offset + end, "live_location", sure=being is not None)
                break


def meetings(text: str) -> Iterator[Shape]:
    """Yield sentences that name a meeting, its place and its time, of kind "meet_plan"."""
    for offset, said in _sentences(text):
        meet, when = _MEET.search(said), _TIME.search(said)
        place = next(_places(said), None)
        if meet and when and place and not _past(said):
            parts = (meet, when, place)
            yield Shape(offset + min(p.start() for p in parts), offset + max(p.end() for p in parts), "meet_plan")


def habits(text: str) -> Iterator[Shape]:
    """Yield sentences that say how often somebody is at a place, of kind "routine_alone"."""
    for offset, said in _sentences(text):
        often, place = _OFTEN.search(said), next(_places(said), None)
        told = place is not None and (_CAPITALS.search(place.group()) or _CLOCK.search(said) or _ALONE.search(said))
        if often and place and told and _GOING.search(said) and not _past(said):
            going = _GOING.search(said)
            parts = [each for each in (often, place, going) if each]
            start, end = min(part.start() for part in parts), max(part.end() for part in parts)
            yield Shape(offset + start, offset + stretch.with_time(said, end), "routine_alone")


def alone(text: str) -> Iterator[Shape]:
    """Yield sentences in which somebody is alone, or the family away, for a while, of kind "routine_alone"."""
    for offset, said in _clauses(text):
        if _past(said):
            continue
        kin, away, until = _KIN.search(said), _AWAY.search(said), _UNTIL.search(said)
        if kin and away and until and kin.start() < away.end():
            start, end = min(kin.start(), until.start()), max(away.end(), until.end())
            yield Shape(offset + start, offset + end, "routine_alone")
        by_oneself, how_long = _ALONE.search(said), _HOW_LONG.search(said)
        if by_oneself and how_long:
            start, end = min(by_oneself.start(), how_long.start()), max(by_oneself.end(), how_long.end())
            yield Shape(offset + start, offset + _to_clause_end(said, end), "routine_alone")


def _further(said: str, end: int) -> int:
    """Take in a second place and the words for now right behind the first ("at the vet on Green Lane rn")."""
    for _ in range(2):
        more = _PLACE.match(said, end + 1)
        end = more.end() if more else end
    now = _NOW.search(said, end, min(len(said), end + _NEAR))
    return now.end() if now else end


def _past(said: str) -> bool:
    return _NOT_THERE.search(said) is not None


def _to_clause_end(said: str, end: int) -> int:
    found = _REST.match(said, end)
    return found.end() if found else end
