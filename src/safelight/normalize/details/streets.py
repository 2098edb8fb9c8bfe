"""Addresses of houses: a number with a street, a flat with a tower, "calle Mayor 12", "House No 45, Gali 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape

_NAME = r"[A-Z][\w'’.-]*"
_KIND = (
    r"(?:street|st\.?|road|rd\.?|lane|ln\.?|avenue|ave\.?|drive|dr\.?|close|court|ct\.?|crescent|cres|way|"
    r"place|pl|terrace|gardens|"
    r"grove|boulevard|blvd|mews|row|square|hill|marg|cross|main road|circle|parade|walk|rise|view|path|"
    r"layout|gully|galli)"
)
_STREET = re.compile(
    rf"(?<![\w.,$£€₹])(?:(?i:flat|apt|apartment|unit|no\.?|house|"
    rf"number)\s*\w{{0,4}},?\s+)?\d{{1,5}}[A-Za-z]?(?:/\d+)?,?\s+(?:(?i:the)\s+)?"
    rf"(?:(?!(?:with|in|at|to|for|and|from|is|was|my|on|i|a|"
    rf"of us)\b)[A-Za-z][\w'’.-]*\s+){{1,4}}(?i:{_KIND})(?!\w)(?:,?\s+(?:{_NAME})){{0,2}}"
)
_STREET_ALONE = re.compile(
    r"(?i:\b(?:street|road|live|living|stay|house|home|moved|flat|place|my room|window|overlooks|"
    r"garden)\b[^.!?\n]{0,25}?\b(?:on|in|at|off|to|is)\s+)"
    r"(?P<street>(?:[A-Za-z][\w'’.-]*\s+){1,3}(?i:street|road|lane|avenue|drive|close|crescent|terrace|"
    r"gardens|grove|mews))(?!\w)"
)
_INDIAN = re.compile(
    r"(?<!\w)(?:flat|house|h\.?|plot|room|door|quarter|qtr|makaan|makan|villa|tower|block|wing|bldg|"
    r"building|gali|gali no|sector|phase|"
    r"street|lane|apartment|apt|ward|फ्लैट|मकान|प्लॉट|गली|सेक्टर|ब्लॉक|टावर)"
    r"\.?\s*(?:no\.?|number|num|#|नंबर|नं\.?)?\s*[:#-]?\s*[A-Z]?-?\d{1,5}(?:[-/]?[A-Z\d]{1,3})?(?!\w)"
    r"(?:[\s,]+(?:[A-Z][\w'’.-]*|\d{1,4}(?!\w)|wing|floor|block|tower|sector|gali|near|nagar|colony|phase|"
    r"road|society|apartments?|"
    r"सेक्टर|गली|ब्लॉक|नगर|रोड|कॉलोनी|टावर|मंज़िल)){0,9}",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"(?<!\w)(?:c/|calle|c\.|avda\.?|avenida|av\.?|plaza|pza\.?|paseo|camino|carretera|ronda|traves[ií]a|"
    r"carrera|cra\.?|colonia|privada|"
    r"calzada|urbanizaci[oó]n)\s*(?:de\s+(?:la\s+|los\s+|las\s+)?|del\s+|la\s+|"
    r"los\s+)?[A-ZÁÉÍÓÚÑ0-9][\wáéíóúñ.-]*(?:\s+(?:de|del|la|los|las|y|[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]*)){0,4}"
    r",?\s*(?:n[uú]mero|n[º°o]\.?|num\.?|#)?\s*\d{1,4}(?!\w)(?:[ºª°]?[\s,]*(?:piso|portal|puerta|"
    r"esc(?:alera)?\.?|bloque|bajo|\d{1,2}[ºª°]?|[A-H]|izq\w*|dcha?\w*)(?!\w)){0,4}",
    re.IGNORECASE,
)
_SPANISH_FIRST = re.compile(
    r"(?<!\w)(?:n[uú]mero\s+)?\d{1,4}\s+de\s+(?:la\s+)?(?:calle|avenida|plaza|av\.?|"
    r"c/)\s*[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]*(?:\s[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]*){0,3}",
    re.IGNORECASE,
)
_PORTAL = re.compile(
    r"(?<!\w)(?:portal|bloque|piso|edificio)\s+\d{1,3}(?:[\s,]+(?:\d{1,2}[ºª°]?|[A-H]|piso|puerta|izq\w*|"
    r"dcha?\w*)(?!\w)){0,4}",
    re.IGNORECASE,
)


def streets(text: str) -> Iterator[Shape]:
    """Yield addresses by their shape, of kind "home_address"; whose they are must be told by the words around."""
    for pattern in (_STREET, _SPANISH, _SPANISH_FIRST, _INDIAN, _PORTAL):
        for found in pattern.finditer(text):
            yield Shape(*found.span(), "home_address", sure=pattern is _STREET or pattern is _SPANISH)
    for found in _STREET_ALONE.finditer(text):
        yield Shape(*found.span("street"), "home_address", sure=True)
