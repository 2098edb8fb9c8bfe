"""Findings in, a level out: a plain sum per person, every addend named after its row in weights.toml.

Evidence of a technique is the sum of the strengths of its sightings, fading with the messages that follow. Points of a
technique grow with its evidence up to a bound, so that saying one thing often is not everything; techniques that come
together, and their breadth over tactics, add more. A level once reached stays: later small talk does not undo it.
"""

from __future__ import annotations

from safelight.assessment.weights import Row, Weights, weights
from safelight.schema.assessments import Level
from safelight.schema.memory import Memory, Person, Trace

ADULT = 18


def note(memory: Memory, person: Person, technique: str, strength: float, index: int) -> None:
    """Add one sighting to what a person has shown."""
    table = weights()
    trace = person.traces.get(technique)
    if trace is None:
        trace = person.traces[technique] = Trace(since=index)
    trace.amount = trace.decayed(index, table.half_life) + strength
    trace.at = index
    trace.times += 1
    memory.make_room(index, table.half_life)


def update(memory: Memory, person: Person, index: int) -> None:
    """Sum up what a person has shown so far, and keep the highest sum with its reasons."""
    table = weights()
    amounts = {name: trace.decayed(index, table.half_life) for name, trace in person.traces.items()}
    rows = _rows(table, memory, person, amounts)
    rows.extend(limit(table, rows, amounts))
    points = round(sum(points for _, points, _ in rows), 3)
    level = level_of(table, points, amounts, weighed=2 * memory.weighed >= memory.read)
    if points > person.points or level > person.level:
        person.points, person.rows = points, tuple(rows)
    if level > person.level:
        person.level = int(level)
        person.level_at.setdefault(int(level), index)


def level_of(table: Weights, points: float, amounts: dict[str, float], *, weighed: bool = True) -> Level:
    """Return the level for a sum of points; urgent techniques lift CONCERN to URGENT.

    weighed: whether the manner of talk could add to it. In languages without that model the levels begin lower.
    """
    levels = table.levels if weighed else table.levels_without_manner
    reached = next((level for level, least in levels if points >= least), Level.NOTHING_NOTICED)
    if reached == Level.CONCERN and any(amounts.get(name, 0.0) >= table.urgent_from for name in table.urgent):
        return Level.URGENT
    return reached


def limit(
    table: Weights, rows: list[tuple[str, float, int]], amounts: dict[str, float]
) -> list[tuple[str, float, int]]:
    """Return the row that keeps soft signs alone below CONCERN; nothing when a clear sign stands among them."""
    points = sum(points for _, points, _ in rows)
    below = dict(table.levels)[Level.CONCERN] - 0.01
    if points <= below or any(amount >= table.core_from for name, amount in amounts.items() if table.is_core(name)):
        return []
    if any(name in table.core for name, _, _ in rows):
        return []
    return [(table.limit.name, round(below - points, 3), 1)]


def _rows(table: Weights, memory: Memory, person: Person, amounts: dict[str, float]) -> list[tuple[str, float, int]]:
    rows = []
    for name, amount in amounts.items():
        row = table.techniques.get(name)
        if row is not None:
            points = min(row.most, row.points * amount)
            if points >= 0.05:
                rows.append((row.name, round(points, 3), person.traces[name].times))
    clear = {name for name, amount in amounts.items() if amount >= table.enough}
    rows.extend((row.name, row.points, 1) for row in table.together if all(need & clear for need in row.needs))
    rows.extend(breadth(table, clear))
    rows.extend(_manner(table, person))
    rows.extend(_meaning(table, person))
    own = sum(points for _, points, _ in rows)
    if own > 0:
        rows.extend(_crowd(table, memory, own))
        share = ((row, min(1.0, own / row.most)) for row in _who(table, memory, person))
        rows.extend((row.name, round(row.points * part, 3), 1) for row, part in share)
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _manner(table: Weights, person: Person) -> list[tuple[str, float, int]]:
    """Return what the manner of talk adds, bounded: never enough by itself."""
    points = min(table.manner.most, table.manner.points * person.manner)
    return [(table.manner.name, round(points, 3), 1)] if points >= 0.05 else []


def _meaning(table: Weights, person: Person) -> list[tuple[str, float, int]]:
    """Return what the meaning of the talk adds or takes off, bounded; nothing unless that was asked for."""
    if person.meant is None:
        return []
    above = person.meant.score - table.meaning_from
    if above > 0:
        row, points = table.near, min(table.near.most, table.near.points * above)
    else:
        row, points = table.far, max(table.far.most, table.far.points * above)
    return [(row.name, round(points, 3), 1)] if abs(points) >= 0.05 else []


def _crowd(table: Weights, memory: Memory, own: float) -> list[tuple[str, float, int]]:
    """Return what is taken off among many people: there, a line need not be meant for one of them."""
    extra = len(memory.people) + memory.forgotten - table.crowd_from + 1
    points = max(table.crowd.points * extra, table.crowd.most, -own)
    return [(table.crowd.name, round(points, 3), 1)] if extra > 0 else []


def breadth(table: Weights, clear: set[str]) -> list[tuple[str, float, int]]:
    """Return the row for the number of tactics among the clear techniques; nothing when there is one only."""
    tactics = len({name.partition(".")[0] for name in clear})
    row = next((table.breadth[n] for n in sorted(table.breadth, reverse=True) if tactics >= n), None)
    return [(row.name, row.points, tactics)] if row else []


def _who(table: Weights, memory: Memory, person: Person) -> list[Row]:
    """Return the rows about ages. They only scale with other evidence: an age alone is no reason."""
    others = [other.age for other in memory.others(person.name) if other.age]
    if not others:
        return []
    if 0 < min(others) < ADULT and person.age >= ADULT and person.age - min(others) >= 4:
        return [table.who["adult_to_minor"]]
    if 0 < min(others) < ADULT and not 0 < person.age < ADULT:
        return [table.who["to_minor"]]
    if person.age and max(others) < ADULT and person.age < ADULT and abs(person.age - min(others)) <= 2:
        return [table.who["same_age_young"]]
    if min(others) >= ADULT and person.age >= ADULT:
        return [table.who["both_adult"]]
    return []
