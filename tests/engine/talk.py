"""Invented lines and chats for the tests of the engine, and ways to make many of them."""

from collections.abc import Iterable

from hypothesis import strategies as st

from safelight.engine import Watch
from safelight.schema.assessments import Assessment
from safelight.schema.items import Conversation, Message

# Lines of the kind that signals listen to, brief and never graphic, and what a young person answers.
TRICKS = (
    "how old are you",
    "im 34",
    "im 13",
    "you are so pretty",
    "you are so mature for your age",
    "are you home alone",
    "when do your parents get home",
    "dont tell your mum about us",
    "its our secret",
    "delete this chat after",
    "add me on snap",
    "lets talk on telegram, its more private",
    "send me a pic, just for me",
    "turn your cam on",
    "come on, dont you trust me?",
    "if you dont send it i will show everyone",
    "i can get you a gift card",
    "want some free robux?",
    "we are hiring models, no experience, 500 a day",
    "i will pay for your flight, nobody has to know",
    "can we meet up on saturday",
    "your parents dont understand you like i do",
    "i love you baby",
    "where do you live",
    "what school do you go to",
    "send the money in bitcoin",
)
ANSWERS = (
    "no",
    "i dont want to",
    "please stop",
    "why are you doing this",
    "please dont show anyone",
    "how do you know where i live",
    "my friend said: dont tell your mum",
    "haha jk",
    "idk",
    "lol ok",
    "13",
    "14f",
)
HARMLESS = (
    "did you finish the maths homework for tomorrow",
    "the bus was late again this morning",
    "we have practice at five on the small field",
    "that was a very good goal in the second half",
    "i think the library closes at six today",
    "the new season starts next week i think",
    "it is raining here all day",
    "there was a long line at the bakery",
)
NAMES = ("Kai", "Mia", "Zoe", "Ann B", "Ann C", "", "नेहा", "🦊", "a" * 200, "🦊" * 200, "kai_x.99")
KINDS = ("text", "text", "text", "text", "media", "system", "deleted", "call")

lines = st.sampled_from((*TRICKS, *ANSWERS, *HARMLESS, "", "   ", "\n", "👍🏽", "हाँ ठीक है", "c00l $ecret"))
messages = st.builds(
    Message,
    author=st.sampled_from(NAMES),
    text=st.one_of(lines, lines, lines, st.lists(lines, min_size=2, max_size=4).map(", ".join)),
    kind=st.sampled_from(KINDS),
)
chats = st.lists(messages, min_size=1, max_size=40)
pair_lines = st.tuples(st.sampled_from(("Kai", "Mia")), st.sampled_from((*TRICKS, *ANSWERS)))
pairs = st.lists(pair_lines, min_size=1, max_size=12)
small_talk = st.lists(st.tuples(st.sampled_from(("Kai", "Mia")), st.sampled_from(HARMLESS)), min_size=1, max_size=40)


def said(*rows: tuple[str, str]) -> list[Message]:
    """Messages out of (author, text)."""
    return [Message(author, text) for author, text in rows]


def chat(text: str) -> Conversation:
    """A conversation out of lines "Name: what they say"."""
    rows = [line.strip().partition(": ") for line in text.strip().splitlines()]
    return Conversation(tuple(Message(author, body) for author, _, body in rows))


def watched(messages: Iterable[Message], watch: Watch | None = None) -> Assessment:
    """The assessment after the last of these messages."""
    watch = watch or Watch()
    for message in messages:
        watch.step(message)
    return watch.assessment()
