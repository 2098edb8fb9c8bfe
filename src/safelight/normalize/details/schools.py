"""Names of schools by their shape: capitals and a word such as School, Academy, Vidyalaya, Colegio, IES."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safelight.normalize.details.shapes import Shape

_NAME = r"(?:[A-Z][\w'’.&-]*|of|the|and|de|del|la|los|las)"
_WORD = (
    r"(?:High School|Middle School|Elementary School|Primary School|Junior School|Grammar School|"
    r"Secondary School|Public School|Senior Secondary School|Convent School|"
    r"International School|Boarding School|High|Middle|Elementary|Primary|Grammar|Secondary|School|"
    r"Academy|College|Convent|Vidyalaya|Vidyapeeth|Vidya Mandir|Vidya Niketan|"
    r"Sixth Form|Prep|Comprehensive|Institute|Senior Secondary|Public School|Sec School)"
)
_ENGLISH = re.compile(
    rf"(?<!\w)(?:[A-Z][\w'’.&-]*\s+)(?:{_NAME}\s+){{0,4}}?{_WORD}(?:\s+School)?(?!\w)(?:,?\s+(?:[A-Z][a-z]+))?"
)
_SAINT = re.compile(
    r"(?<!\w)(?:St\.?|Saint)\s+[A-Z][a-z]+(?:['’]s)?(?:\s+(?:Convent|School|High|College|Academy|Primary|"
    r"Girls|Boys))*(?!\w)"
)
_SAINT_SMALL = re.compile(
    r"\b(?:at|to|from|in|attend|outside)\s+(?P<name>st\.?\s+[a-z]{3,}(?:['’]?s)?(?:\s+(?:school|high|"
    r"academy|primary|convent))?)(?!\w)"
)
_SHORT = re.compile(
    r"(?<!\w)(?:DPS|DAV|KV|JNV|KVS|APS|DPSG|NPS|GHSS|ZPHS|GGIC|GIC|RPVV|SKV)(?:\s+(?:No\.?\s*\d+|"
    r"[A-Z][\w-]+|\d+)){0,3}(?!\w)"
)
_SPANISH = re.compile(
    r"(?<!\w)(?:IES|CEIP|CEP|[Cc]olegio|[Cc]ole|[Ii]nstituto|[Ee]scuela|[Ll]iceo|[Ss]ecundaria|"
    r"[Pp]repa(?:ratoria)?|[Ii]nsti|[Pp]rimaria)\s+(?:(?:de|del|la|las|los|el|N[uú]m\.?|"
    r"[Tt][eé]cnica)\s+){0,2}[A-ZÁÉÍÓÚÑ\d][\wáéíóúñ.-]*"
    r"(?:\s+(?:de|del|la|los|las|y|[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]*))*(?<!\sde)(?<!\sy)(?<!\sdel)(?<!\sla)(?!\w)"
)
_HINDI = re.compile(r"(?:[\u0900-\u097f]+\s+){1,4}(?:स्कूल|विद्यालय|विद्या मंदिर|कॉन्वेंट|अकादमी|कॉलेज|इंटर कॉलेज)")
_HINDI_SMALL = re.compile(
    r"(?<![\u0900-\u097f])(?:मुझे|मुझको|हमें|उसे|सब|पूरा|पूरे|हर|रोज़|रोज|कौन|किस|कोई|मेरा|मेरी|मेरे|मैं|"
    r"हम|हमारा|हमारे|अपने|अपना|का|की|के|में|एक|यह|वह|इस|उस|आज|"
    r"कल|से|को|और|तो|बड़ा|अच्छा|नया|पुराना|ये|वो|सरकारी|भी|अब|हूँ|है)\s+"
)
_WORDS = re.compile(
    r"(?<!\w)(?:school|skool|high|academy|college|convent|vidyalaya|vidya|vidyapeeth|mandir|primary|"
    r"grammar|secondary|elementary|middle|public|dps|dav|kv|jnv|aps|"
    r"st|saint|ies|ceip|colegio|instituto|escuela|liceo|secundaria|prepa|sixth form|institute|kendriya|"
    r"navodaya|sarvodaya|prep)(?!\w)|स्कूल|विद्यालय|कॉन्वेंट|विद्या",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:High|Middle|Elementary|Primary|Junior|Grammar|Secondary|Public|Senior|Convent|International|"
    r"Boarding|Sixth|Form|School|College|Academy|Vidya|Institute|Sec|\s)+"
)
_TOLD = re.compile(
    r"(?<!\w)(?:schools?|class|grades?|years? \d|stud(?:y|ent|ying)|teachers?|uniform|attend|prefect|form|"
    r"gcse|exams?|sixth form|pad[ht]\w+|padh\w+)(?!\w)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:Back to|After|Before|Old|High School Musical|Happy|Sunday|First Day|Driving|Online|The|My|Our|"
    r"Best|Summer|Film|Art|Business|Law|Medical|Every|No|Middle|This|That|New|Night|Dance|In|At|A|I'?m|"
    r"I)\s+(?:School|High|College|Academy|Institute|High School|Middle School|Primary|Secondary)$|"
    r"Hogwarts|Gifted Youngsters|(?:Cricket|Football|Dance|Tennis|Swimming|Badminton|Karate|Gymnastics|"
    r"Music) Academy|High School Musical|School of Rock|Khan Academy|School Days|High School DxD|"
    r"Umbrella Academy|"
    r"My Hero Academia",
    re.IGNORECASE,
)


def schools(text: str) -> Iterator[Shape]:
    """Yield names of schools, of kind "school"; whose they are must be told by the words around."""
    told = _TOLD.search(text) is not None
    for pattern in (_ENGLISH, _SAINT, _SHORT, _SPANISH):
        for found in pattern.finditer(text):
            # A saint may be a town as well.
            bare = pattern is _SAINT and not (told or has_school_word(found.group().partition(" ")[2]))
            if not (bare or _NO_NAME.search(found.group()) or _GENERIC.fullmatch(found.group())):
                yield Shape(*found.span(), "school")
    for found in _SAINT_SMALL.finditer(text) if told else ():
        yield Shape(*found.span("name"), "school")
    for found in _HINDI.finditer(text):
        start = found.start()
        for small in _HINDI_SMALL.finditer(text, found.start(), found.end()):
            start = small.end()
        if len(text[start : found.end()].split()) > 1:
            yield Shape(start, found.end(), "school")


def has_school_word(words: str) -> bool:
    """Tell whether the words hold one that names a kind of school."""
    return _WORDS.search(words) is not None
