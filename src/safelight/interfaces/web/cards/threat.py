"""What helps when somebody threatens: the steps in their order, for each reader, and the questions that come after.

Order and words follow published guidance (UKCIS against blame, Thorn and NCMEC on threats with pictures); no
professional has looked them over yet: see REVIEW.md. Nothing is asked for, and nothing is handed over.
"""

from __future__ import annotations

from collections.abc import Mapping

from safelight.interfaces.web.cards import Card
from safelight.locales.load import mark

# How to save, for everybody: words and names, never the pictures.
SAVE = (
    mark("Take a screenshot of their words, their name and their profile."),
    mark("Some apps tell the other side about a screenshot. A photo with another phone works, too."),
    mark("Open their profile and copy the link to it."),
    mark("Write down the day, the app, and where the money was to go."),
    mark("Leave private pictures out. Nobody needs to see them."),
)

_YOUNG = (
    Card(
        mark("Breathe first"),
        (
            mark("Breathe in slowly. Breathe out. Do it again."),
            mark("You have time, even if they say that you have none."),
        ),
        "dawn",
    ),
    Card(
        mark("It is not your fault"),
        (
            mark("Someone is using a known trick on you. It happens to a lot of people."),
            mark("You are not in trouble. You did the right thing by looking for help."),
        ),
        "lamp",
    ),
    Card(
        mark("Do not pay. Do not send more."),
        (
            mark("Some people who paid were asked for more."),
            mark("If you already did, you can still stop now."),
        ),
        "stop",
    ),
    Card(
        mark("Do not delete. Save it."),
        (mark("You may want it all gone. Keep it for now: it helps others to help you."),),
        "save",
        how=SAVE,
    ),
    Card(
        mark("Stop answering"),
        (
            mark("You need not explain or say sorry."),
            mark("When it is saved, block the account and report it in the app."),
            mark("They may write from a new account. You need not answer that one."),
        ),
        "quiet",
    ),
    Card(
        mark("Tell one adult"),
        (mark("Someone in the family, a teacher, a coach, a helpline. You choose how much you say."),),
        "told",
        say=(
            mark("Something happened online, and I need your help."),
            mark("Can we talk alone? Please listen first."),
        ),
    ),
    Card(
        mark("A picture can be taken down"),
        (
            mark("There are free services for this. With some of them the picture never leaves your phone."),
            mark("Is it not about a picture? Then leave this one out."),
        ),
        "share",
        leads="removal",
    ),
)

_SMALL = (
    Card(mark("Breathe"), (mark("Breathe in. Breathe out. Once more."),), "dawn"),
    Card(mark("It is not your fault"), (mark("You are not in trouble. It was good to come here."),), "lamp"),
    Card(mark("Stop"), (mark("Do not write back. Do not send anything. Do not give them anything."),), "stop"),
    Card(mark("Keep it"), (mark("Do not delete the words. A grown-up can use them to help you."),), "save"),
    Card(
        mark("Go to a grown-up"),
        (mark("Pick one you trust. Show them this page."),),
        "told",
        say=(mark("Someone online scares me. Please help me."),),
    ),
)

_FRIEND = (
    Card(
        mark("It is good that they have you"),
        (mark("Telling you was hard. You need not fix it alone, and it is not your fault or theirs."),),
        "lamp",
    ),
    Card(
        mark("Listen, and believe them"),
        (mark("Do not ask why. Let them tell as much as they like."),),
        "told",
        say=(mark("Thank you for telling me. It is not your fault. I am with you."),),
    ),
    Card(
        mark("Nothing is paid, nothing more is sent"),
        (mark("Some people who paid were asked for more."), mark("Help them to stop answering.")),
        "stop",
    ),
    Card(
        mark("Help them to save it"),
        (mark("Save words, names and links. Do not look at private pictures, and do not pass them on."),),
        "save",
        how=SAVE,
    ),
    Card(
        mark("Do not write to the other side"),
        (mark("It may make it harder for your friend."),),
        "quiet",
    ),
    Card(
        mark("Go to an adult together"),
        (
            mark("Let your friend choose whom, and come along."),
            mark("Does your friend speak of hurting themselves? Tell an adult now, even if they said not to."),
        ),
        "dawn",
        say=(mark("My friend is being threatened online. We need your help."),),
    ),
    Card(
        mark("A picture can be taken down"),
        (mark("Your friend does this on their own phone. You can sit beside them."),),
        "share",
        leads="removal",
    ),
)

_STAY = Card(
    mark("Stay close, and look after yourself"),
    (
        mark("Stay close today and tonight. Ask plainly if they think of hurting themselves."),
        mark("You may be angry or afraid. Helplines are there for you, too."),
    ),
    "dawn",
)

_CARER = (
    Card(
        mark("Breathe before you speak"),
        (mark("What you say first counts most. Sit down beside them."),),
        "dawn",
    ),
    Card(
        mark("Thank them, and believe them"),
        (mark("Let them tell it at their own pace. Do not ask why."),),
        "told",
        say=(mark("Thank you for telling me. I believe you. You are not in trouble."),),
    ),
    Card(
        mark("It is not their fault"),
        (
            mark("The one who threatens has done this, whatever was sent before."),
            mark("Do not take the phone or the account away. They need both to tell you more."),
        ),
        "lamp",
    ),
    Card(
        mark("Do not pay. Nothing more is sent."),
        (mark("Some people who paid were asked for more."), mark("Do not write to the other side yourself.")),
        "stop",
    ),
    Card(
        mark("Save words, not pictures"),
        (mark("Do not look at private pictures, copy them or pass them on. Nobody needs them as proof."),),
        "save",
        how=SAVE,
    ),
    Card(
        mark("Stop answering, then block and report"),
        (mark("Save first. Then block the account and report it in the app."),),
        "quiet",
    ),
    Card(
        mark("Take the picture down together"),
        (mark("Your child does it on their own phone. You sit beside them and need not look."),),
        "share",
        leads="removal",
    ),
    Card(
        mark("Report it together"),
        (
            mark("Ask your child before each step. Say who needs to know, and why."),
            mark("Do not say that nobody will hear of it."),
        ),
        "help",
        leads="answers",
    ),
    _STAY,
)

_TEACHER = (
    Card(
        mark("Make time, and a quiet place"),
        (mark("Listen. You do not need the whole story, and you need not look into it."),),
        "dawn",
    ),
    Card(
        mark("Thank them, and believe them"),
        (mark("Do not say that nobody will hear of it. Say who needs to know, and why."),),
        "told",
        say=(mark("Thank you for telling me. It is not your fault. I will help you, step by step."),),
    ),
    Card(
        mark("No lesson now"),
        (
            mark("Leave out what could have been done in another way. The one who threatens has done this."),
            mark("Do not take the phone away."),
        ),
        "lamp",
    ),
    Card(
        mark("Nothing is paid, sent or deleted"),
        (mark("Some people who paid were asked for more."), mark("Do not write to the other side.")),
        "stop",
    ),
    Card(
        mark("Words are saved, never pictures"),
        (mark("Do not look at private pictures, copy, print or pass them on, not even as proof."),),
        "save",
        how=SAVE,
    ),
    Card(
        mark("Follow your child protection rule today"),
        (
            mark("Tell the one who is in charge of it. In many countries the law asks for that."),
            mark("Write down what was said in their words, with day and hour."),
        ),
        "help",
        leads="answers",
    ),
    Card(
        mark("A picture can be taken down"),
        (
            mark("The young person does this on their own phone, not the school."),
            mark("Does it go round at school? Stop the sharing without looking, and protect them from comments."),
        ),
        "share",
        leads="removal",
    ),
    _STAY,
)

CARDS: Mapping[str, tuple[Card, ...]] = {
    "young": _YOUNG,
    "small": _SMALL,
    "friend": _FRIEND,
    "carer": _CARER,
    "teacher": _TEACHER,
}

# What somebody may ask next. Everybody sees these; whoever helps reads them beside the one who asks.
WHAT_IF = (
    Card(
        mark("I already paid"),
        (
            mark("That happens to many people. It is not your fault."),
            mark("Do not pay again, even if they say that it is the last time."),
            mark("Keep the number, account or code that you paid to. An adult can ask the bank or the shop."),
        ),
    ),
    Card(
        mark("I already sent more"),
        (
            mark("They pressed you. It is not your fault, and you can still stop now."),
            mark("The services that take pictures down help with those, too."),
        ),
    ),
    Card(
        mark("They already sent it on"),
        (
            mark("That hurts. It can still be taken down in many places."),
            mark("An adult can help you to report it in each app, and ask others not to pass it on."),
            mark("You need not answer questions about it from anybody at school."),
        ),
    ),
    Card(
        mark("I know them in real life"),
        (
            mark("It is still not okay, and still not your fault."),
            mark("Is it someone at school? A teacher you trust can help to stop it."),
            mark("Is it someone at home or in the family? A child helpline can plan with you."),
        ),
    ),
    Card(
        mark("I broke a rule myself"),
        (
            mark("You can still get help. Nobody has the right to threaten you."),
            mark("Helplines hear this every day. At many you need not give your name."),
        ),
    ),
    Card(
        mark("I told someone, and they did not help"),
        (
            mark("That was hard, and you were right to tell."),
            mark("Try another one: a teacher, a nurse, an aunt or uncle, a helpline."),
        ),
    ),
    Card(
        mark("They write from a new account"),
        (
            mark("You need not answer. Save it, block it, report it."),
            mark("Show it to the adult you told. It is one more piece that helps."),
        ),
    ),
)
