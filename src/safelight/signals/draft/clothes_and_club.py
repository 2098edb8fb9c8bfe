"""Shows the clothes of a school or club, or names the team or club.

What it sees. "In my school uniform", "our blazer with the crest", "I play for Riverside FC", "main Tigers academy
mein cricket khelta hoon", a shirt number with the team's name.

What looks like it but is not. A team that somebody is a fan of, a match result, a game on a console, a rule about
uniforms.

Why it matters. A crest or a team tells where somebody can be found, and when.

Sources. NSPCC and CyberSafeIreland (logos in pictures); St Catherine's (clubs);
at second hand (not opened here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details import stretch
from safelight.normalize.details.shapes import Shape
from safelight.signals.drafting import LOCATION, Detail, apart, leave, own_voice, phrases, shapes, speaks_of_self
from safelight.signals.reading import Mark, Reading

TECHNIQUE = LOCATION
_TEAM_WORD = re.compile(
    r"(?<!\w)(?:fc|cf|cc|cd|ud|rcd|deportivo|atl[eé]tico|cadete|infantil|juvenil|club|academy|team|troop|"
    r"squad|u-?\d\d|under ?\d\ds?|tigers|lions|eagles|sharks|united|city|rovers|athletic|school|studio|"
    r"gymnastics|swimming|dojo|taekwondo|karate|judo|boxing|dance|ballet|tennis|badminton|cricket|"
    r"football|gym|swim\w*|skating|gymnastics|"
    r"scouts?|guides|band|academia|equipo|polideportivo|pabell[oó]n|escuela|conservatorio|akad\w+|sports|"
    r"stadium|ground|wanderers|rangers|juniors?|youth|"
    r"अकादमी|अकैडमी|क्लब|टीम|मैदान|स्टेडियम)(?!\w)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:play|swim|train|run|row|bowl|skate|dance|juego|entreno|jugamos|nado)\w*\b.*\b(?:for|with|en|con)\b",
    re.IGNORECASE,
)
_NAMED_CLOTHES = re.compile(
    r"(?<!\w)(?:my|our|wearing|the|in|rocking|mi)\s+(?:[A-Z][\w'’.&-]*\s+){1,4}(?:blazer|tie|badge|jumper|"
    r"school uniform|house tie|leavers hoodie)(?!\w)"
    r"|(?<!\w)(?:my|our|wearing|the|in|rocking|mi)\s+(?:[A-Z][\w'’.&-]*\s+){0,4}(?:High|School|Academy|"
    r"College|Prep|Convent|DPS|DAV|KV|JNV|APS|IES|CEIP)\s+(?:sweater|hoodie|jersey|jacket|sweatshirt|cap|"
    r"kit|shirt|uniform)(?!\w)"
)
_YOUTH_TEAM = re.compile(r"(?<!\w)[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,3}\s+(?:[Uu]-?\d\ds?|[Uu]nder[- ]?\d\ds?)(?!\w)")
_SQUAD = re.compile(
    r"(?i:(?<!\w)(?:swim\w*|football|soccer|cricket|dance|netball|hockey|basketball|rugby|tennis|"
    r"gymnastics|judo|karate|choir|drama|cheer|track|volleyball|badminton|chess)"
    r"\s+(?:squad|team|club|practice|training|class|academy)\s+(?:at|with|for|"
    r"in)\s+(?:the\s+)?)[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,3}"
    r"|(?<!\w)(?:[Uu]-?\d\ds?|[Uu]nder[- ]?\d\ds?)\s+(?:at|for|with|"
    r"of)\s+(?:the\s+)?[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,3}"
    r"|(?<!\w)(?:[A-Z][\w'’]+\s){1,3}(?:Cricket|Football|Soccer|Dance|Tennis|Swimming|Badminton|Karate|"
    r"Gymnastics|Music)\s+(?:Academy|Club|School)"
)
_MATCH = re.compile(
    r"(?<!\w)(?:world cup|beat|vs|versus|final score|trophy|ipl|lost to|champions|squad announced)(?!\w)", re.IGNORECASE
)
_JOINED = re.compile(
    r"(?<!\w)(?:trials?|selected|officially|made it|made the|debut|player|captain|goalie|signed)(?!\w)", re.IGNORECASE
)
_GAME = re.compile(
    r"(?<!\w)(?:fifa|fortnite|valorant|roblox|pubg|bgmi|free fire|minecraft|career mode|ultimate team|"
    r"pokemon|fantasy|league of legends|cod|csgo|lol)(?!\w)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Mark]:
    """Yield clothes, then teams and clubs."""
    worn = [each for _, each in shapes(reading, _named_clothes)]
    for detail in apart(iter([*worn, *(_behind(each) for each in phrases(reading, "uniform"))])):
        yield leave("uniform", detail)
    said = [_behind(each) for each in phrases(reading, "team_club", "says")]
    named = [_behind(each) for each in phrases(reading, "team_club", "name follows", "precedes") if _is_team(each)]
    youth = [each for _, each in shapes(reading, _squads)]
    youth += [each for _, each in shapes(reading, _youth_teams)]
    for detail in apart(iter([*said, *named, *youth])):
        if (
            own_voice(detail) or _opens(detail) or detail.language != "en" or detail.group == "shape"
        ) and not _GAME.search(detail.text.text):
            yield leave("team_club", detail)


def _squads(text: str) -> Iterator[Shape]:
    """Yield "swim squad at Marlin Club"."""
    for found in _SQUAD.finditer(text):
        yield Shape(*found.span(), "team_club")


def _youth_teams(text: str) -> Iterator[Shape]:
    """Yield teams of young people by name and age: "Hackney Hawks under-15"."""
    if (_JOINED.search(text) or speaks_of_self(text)) and not _MATCH.search(text):
        for found in _YOUTH_TEAM.finditer(text):
            yield Shape(*found.span(), "team_club")


def _named_clothes(text: str) -> Iterator[Shape]:
    """Yield clothes with a name on them: "my Lincoln High hoodie"."""
    for found in _NAMED_CLOTHES.finditer(text):
        yield Shape(*found.span(), "uniform")


def _is_team(detail: Detail) -> bool:
    """Tell whether the words beside the phrase name a team."""
    start, end = detail.first, stretch.following(detail.text.text, detail.first, 6) or (0, 0)
    said = detail.text.text[start : max(detail.last, end[1])]
    cue = detail.text.text[detail.start : detail.first]
    return _TEAM_WORD.search(said) is not None or (detail.group == "name follows" and _FOR.search(cue) is not None)


def _opens(detail: Detail) -> bool:
    """Tell whether the sentence begins with it, without a subject: "Captain of the Oakwood Under 14s"."""
    return not detail.text.text[stretch.sentence(detail.text.text, detail.start, detail.end)[0] : detail.start].strip()


def _behind(detail: Detail) -> Detail:
    found = stretch.following(detail.text.text, detail.end, 4)
    end = found[1] if found else detail.end
    return detail.up_to(end)
