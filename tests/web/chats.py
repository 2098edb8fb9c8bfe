"""Invented chats as files and pastes."""

import json

PASTE = """\
Robin: gg you play so well
Sam: thanks
Robin: add me on my other app, it is nicer there
Sam: why
Robin: it is our secret ok, dont tell your mum
Sam: hm
Robin: send me a pic, just for me
Sam: no
Robin: come on, dont you trust me? just one pic
"""
NO_NAMES = "hey are you new here\n\nyes since today\n\ncool add me\n"
ORDINARY = "just words of an ordinary day\n"
CANARY = "dont tell your mum"


def conversation(number=1, lines=9):
    said = [line.partition(": ") for line in PASTE.splitlines()[:lines]]
    messages = [
        {"author": author, "time": f"2026-11-03T14:{at:02}:00", "text": text}
        for at, (author, _, text) in enumerate(said)
    ]
    return {"conv_id": f"c{number}", "source": "game", "label": None, "subject": None, "messages": messages}


def jsonl(*conversations):
    return "".join(json.dumps(each) + "\n" for each in conversations).encode()


ONE = jsonl(conversation())
TWO = jsonl(conversation(1, lines=2), conversation(2))


def whatsapp(size, *, more=0):
    """A WhatsApp export of at least `size` bytes. more: so many lines of ordinary words are added to each message."""
    lines, total, at = [], 0, 0
    said = PASTE.splitlines()
    while total < size:
        lines.append(
            f"{at % 28 + 1:02}/11/2026, {at // 60 % 24:02}:{at % 60:02} - {said[at % len(said)]}\n" + ORDINARY * more
        )
        total += len(lines[-1])
        at += 1
    return "".join(lines).encode()
