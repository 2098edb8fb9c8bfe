"""Names what a report speaks of: levels, kinds of items, languages, services; plain words, never a number."""

from __future__ import annotations

from safelight.locales.load import Translator, mark
from safelight.schema.advice import Audience
from safelight.schema.assessments import Level


def level_name(level: Level, _: Translator) -> str:
    """Return the few words that stand for a level."""
    return {
        Level.CANNOT_SAY: _("Cannot say"),
        Level.NOTHING_NOTICED: _("Nothing noticed"),
        Level.NOTICE: _("Something to know"),
        Level.CONCERN: _("Worth taking seriously"),
        Level.URGENT: _("Get help today"),
    }[level]


def level_says(level: Level, audience: Audience, _: Translator) -> str:
    """Return what a level means, in two or three short sentences for this reader."""
    return _(_LEVEL_FOR_YOU[level] if audience == "young_person" else _LEVEL_FOR_OTHERS[level])


_LEVEL_FOR_YOU = {
    Level.CANNOT_SAY: mark("Too little could be read to say anything. That does not mean that all is well."),
    Level.NOTHING_NOTICED: mark(
        "Nothing was noticed. That does not prove that all is well. If it feels wrong to you, you can tell someone."
    ),
    Level.NOTICE: mark(
        "Some of this is also used as a trick. It may mean nothing. You can stop or slow down at any time."
    ),
    Level.CONCERN: mark("Known tricks showed up. It is not your fault. Show this to someone you trust."),
    Level.URGENT: mark(
        "Known tricks showed up that can hurt. It is not your fault, and you are not in trouble. "
        "Please tell someone you trust today."
    ),
}
_LEVEL_FOR_OTHERS = {
    Level.CANNOT_SAY: mark("Too little could be read to say anything. That does not mean that all is well."),
    Level.NOTHING_NOTICED: mark("Nothing was noticed. That does not prove that all is well."),
    Level.NOTICE: mark("Some of this is also used as a trick. It may mean nothing. A calm talk is enough for now."),
    Level.CONCERN: mark("Known tricks showed up. It is not the young person’s fault. Listen first, then act together."),
    Level.URGENT: mark(
        "Known tricks showed up that can hurt. It is not the young person’s fault. Stay calm and get help today."
    ),
}


def limits(_: Translator) -> tuple[str, ...]:
    """Return the sentences that every report must carry."""
    return (
        _("This looks at words, not at people. It can be wrong."),
        _("Friends and family use some of the same words. Only people can judge what they mean."),
        _("It cannot see calls, pictures, or what was said elsewhere."),
    )


def kind_name(kind: str, _: Translator) -> str:
    """Return what an item's class is called; an unknown class by its own name."""
    names = {
        "Conversation": _("A chat"),
        "Draft": _("A text to share"),
        "Offer": _("An offer"),
        "Profile": _("A profile"),
        "Link": _("A link"),
        "PaymentDemand": _("A demand for money"),
        "Picture": _("A picture"),
        "Phone": _("The apps of a phone"),
    }
    return names.get(kind, kind)


_LANGUAGES = {
    "en": mark("English"), "hi": mark("Hindi"), "hi-Latn": mark("Hindi in Latin letters"),
    "hinglish": mark("Hinglish"), "es": mark("Spanish"), "fr": mark("French"), "de": mark("German"),
    "pt": mark("Portuguese"), "ar": mark("Arabic"), "ru": mark("Russian"), "zh": mark("Chinese"),
    "ay": mark("Aymara"), "el": mark("Greek"), "fa": mark("Persian"), "fil": mark("Filipino"), "he": mark("Hebrew"),
    "hu": mark("Hungarian"), "it": mark("Italian"), "ja": mark("Japanese"), "kk": mark("Kazakh"),
    "ko": mark("Korean"), "mn": mark("Mongolian"), "nd": mark("Ndebele"), "nl": mark("Dutch"),
    "no": mark("Norwegian"), "pl": mark("Polish"), "qu": mark("Quechua"), "ro": mark("Romanian"),
    "si": mark("Sinhala"), "sn": mark("Shona"), "sr": mark("Serbian"), "ta": mark("Tamil"), "th": mark("Thai"),
    "tr": mark("Turkish"), "uk": mark("Ukrainian"), "ur": mark("Urdu"), "mis": mark("another language"),
    "und": mark("not known"),
}  # fmt: skip


def language_name(code: str, _: Translator) -> str:
    """Return the name of a language by its ISO 639 code; the code itself when it has no name here."""
    return _(_LANGUAGES[code]) if code in _LANGUAGES else code


def small(count: int, _: Translator) -> str:
    """Say how many things came up that mean little on their own."""
    return _.plural(
        "{n} small thing came up that is ordinary in many chats.",
        "{n} small things came up that are ordinary in many chats.",
        count,
    )


def skipped_name(what: str, _: Translator) -> str:
    """Return the name of what was not looked at, "" where the reason says it all ("language", "participants")."""
    group, _colon, which = what.partition(":")
    if group == "language":
        return language_name(which, _) if which else ""
    if group == "kind":
        return kind_name(which, _)
    return "" if what in ("participants", "item", "meaning") else _(what.replace("_", " "))


def helpline_kind(kind: str, _: Translator) -> str:
    """Return what a service is for; an unknown kind in its own words."""
    names = {
        "child_helpline": _("For children and young people"),
        "emergency": _("In danger right now"),
        "police_cyber": _("Police, for crime online"),
        "csam_hotline": _("Report pictures of abuse"),
        "image_removal": _("Get pictures taken down"),
        "trafficking": _("Against trafficking"),
        "missing": _("For missing children"),
        "chat": _("Talk in a chat"),
        "directory": _("Find help in your country"),
    }
    return names.get(kind, kind.replace("_", " "))


def contact_way(type_: str, _: Translator) -> str:
    """Return the verb for one way of reaching a service."""
    ways = {
        "call": _("Call"),
        "sms": _("Text"),
        "whatsapp": _("WhatsApp"),
        "chat": _("Chat"),
        "web": _("Open"),
        "email": _("E-mail"),
    }
    return ways.get(type_, type_)


def stage(order: int, _: Translator) -> str:
    """Return when a step comes, by its order (schema.advice.Step)."""
    if order < 10:
        return _("First")
    return _("Then") if order < 50 else _("When there is time")
