"""Coordinates in plain words, offline: the nearest place of a bundled table, and the large town that it belongs to.

The table (`places.bin`, written by scripts/places.py) is cut out of GeoNames (CC BY 4.0, 2026-11): towns and parts of
towns with 2,000 people or more. It has no streets: the words say how far away the named place is.
"""

from __future__ import annotations

import json
import math
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_KM_PER_DEGREE = 111.2
_TOWN_WITHIN = 25.0
# A town of a million gives its name to what lies around it, one of a hundred thousand only to its own quarters.
_LARGE, _TOWN = 7, 6
_CLOSE, _LOCAL, _FAR = 2.0, 60.0, 300.0


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. size: decimal digits of its population, 0 when unknown. away: kilometres from the point."""

    name: str
    country: str
    size: int
    away: float


@cache
def _table() -> tuple[bytes, dict[str, str], dict[int, tuple[int, int]]]:
    raw = files("safelight.media").joinpath("places.bin").read_bytes()
    start = 4 + int.from_bytes(raw[:4], "big")
    head = json.loads(raw[4:start])
    bands = {band: (start + offset, length) for band, offset, length in head["bands"]}
    return raw, head["countries"], bands


@lru_cache(maxsize=8)
def _band(number: int) -> tuple[tuple[int, int, int, str, str], ...]:
    raw, _, bands = _table()
    if number not in bands:
        return ()
    offset, length = bands[number]
    rows = (line.split(",", 4) for line in zlib.decompress(raw[offset : offset + length]).decode().split("\n"))
    return tuple((int(lat), int(lon), int(size), country, name) for lat, lon, size, country, name in rows)


def around(latitude: float, longitude: float) -> list[Place]:
    """Return the places within about 55 km (more in the north and south of a band), the nearest first."""
    lat, lon = latitude * 100, longitude * 100
    stretch = max(0.02, math.cos(math.radians(latitude)))
    reach = 50 / stretch
    found = []
    for band in {math.floor((latitude * 100 - 50) / 100), math.floor((latitude * 100 + 50) / 100)}:
        for row_lat, row_lon, size, country, name in _band(band):
            across = abs(row_lon - lon)
            across = min(across, 36_000 - across)
            if across <= reach:
                away = math.hypot(row_lat - lat, across * stretch) * _KM_PER_DEGREE / 100
                found.append(Place(name, country, size, away))
    return sorted(found, key=lambda place: place.away)


@lru_cache(maxsize=256)
def near(latitude: float, longitude: float) -> str:
    """Return where a point is in plain words, "" when no place of the table is within about 300 km.

    "near Karol Bagh, Delhi, India"; "about 12 km from Leh, India"; "far from any town, about 140 km from ...".
    """
    if latitude == 0 and longitude == 0:
        return ""
    places = around(latitude, longitude)
    if not places:
        return _far(latitude, longitude)
    first = places[0]
    least = _TOWN if first.size == 0 else _LARGE
    towns = [place for place in places if place.away <= _TOWN_WITHIN and place.size >= least]
    town = max(towns, key=lambda place: (place.size, -place.away), default=None)
    named = _named(first, town)
    return f"near {named}" if first.away < _CLOSE else f"about {_round(first.away)} km from {named}"


def _named(place: Place, town: Place | None) -> str:
    country = _table()[1].get(place.country, "")
    parts = [place.name]
    if town and town.country == place.country and place.size < town.size and town.name not in place.name:
        parts.append(town.name)
    return ", ".join([*parts, country] if country else parts)


def _round(km: float) -> int:
    return round(km) if km < 20 else round(km / 5) * 5


def _far(latitude: float, longitude: float) -> str:
    """Look further: up to three degrees away, in the bands between."""
    best: Place | None = None
    stretch = max(0.02, math.cos(math.radians(latitude)))
    for band in range(math.floor(latitude) - 3, math.floor(latitude) + 4):
        for row_lat, row_lon, size, country, name in _band(band):
            across = abs(row_lon / 100 - longitude)
            across = min(across, 360 - across)
            away = math.hypot(row_lat / 100 - latitude, across * stretch) * _KM_PER_DEGREE
            if away <= _FAR and (best is None or away < best.away):
                best = Place(name, country, size, away)
    if best is None:
        return ""
    words = "about" if best.away < _LOCAL else "far from any town, about"
    return f"{words} {_round(best.away)} km from {_named(best, None)}"
