// Lesson for carers: the first minute after a young person tells you something. Choose a reply and see how it lands.
VAR harsh = false
VAR looked = false

-> start

=== start ===
It is late. You have had a long day, and there are dishes in the sink. #id:start_late
* [The door opens. It is Juno. #id:start_juno]
    -> juno

=== juno ===
can I go to Ella's on Saturday? her mom drives us. don't tell dad yet, it is about his present. #id:juno_ella #by:juno
* [Yes. What are you two planning? #id:juno_yes]
    a photo book. it's a surprise till Sunday. #id:juno_book #by:juno
* [A secret from Dad? I don't like that. #id:juno_doubt]
    only till Sunday. you can see it, if you want. #id:juno_see #by:juno
- A secret with an end, that makes someone glad. That is just an ordinary day. #id:juno_fine #control:yes
Then Robin comes in, 13 years old, and stays by the door. #id:juno_robin
something happened online. please don't freak out. #id:robin_happened #by:robin
Your heart jumps. You have time for one breath before you say a word. #id:robin_heart
* [Breathe, put the phone down, sit. #id:robin_breathe]
    Robin sees you sit down, and sits down as well. #id:breathe_sits
* [What happened? Who was it? #id:robin_what]
    Robin's eyes go to the floor. Two questions were fast. You breathe now, and it helps you both. #id:what_floor
- someone I met in a game. he wanted pictures. I sent one. #id:robin_sent #by:robin
-> reply

=== reply ===
Everything in you wants to do something. What do you say first? #id:reply_first
* [Thank you for telling me. I believe you. #id:reply_thanks]
    Robin cries, and the shoulders come down. Thanked and believed: that opens the door for the rest. #id:thanks_door
    -> repair
* [How could you send that? #id:reply_how]
    ~ harsh = true
    I knew it. forget it. #id:how_forget #by:robin
    It was your fear that spoke. Robin heard: it is on me. You can take it back right now. #id:how_fear
    -> repair
* [Give me your phone. This is over. #id:reply_phone]
    ~ harsh = true
    that's why I never said anything. #id:phone_why #by:robin
    You wanted to protect. To Robin it feels like the price for telling. You can give it back right now. #id:phone_price
    -> repair

=== repair ===
{ harsh:
    You say: I'm sorry, I got a scare. Thank you for telling me. The phone stays with you. #id:repair_sorry
    Robin looks up. An honest sorry lands well, at any minute. #id:repair_lands
}
am I in trouble? #id:robin_trouble #by:robin
* [No. It is not your fault. He used a trick. #id:trouble_no]
    really not? I did press the button. #id:no_button #by:robin
    Really not. Someone asked you for it, and that is on them. #id:no_adult
* [No. And you keep your phone. #id:trouble_keep]
    Robin lets go of it for the first time. Friends and help are in there, too. #id:keep_first
- can you keep it to yourself? please. #id:robin_secret #by:robin
* [I can't do that. But I tell only those who can help, and you first. #id:secret_honest]
    ok. but you say it to me before? #id:honest_ask #by:robin
    -> chat
* [What are you most afraid of, if someone knows? #id:secret_afraid]
    that they look at me and see only that. #id:afraid_see #by:robin
    Now you know what to protect. You say who needs to know, and why, and that Robin hears it first. #id:afraid_know
    -> chat

=== chat ===
Robin holds out the phone. You see two lines. #id:chat_two
send one more, just for me. #id:chat_more #trick:sexualization.image_request
and not a word at home. #id:chat_word #trick:isolation.secrecy_request
* [Save names, days and words. Leave the picture closed. #id:chat_save]
    You write down the name and the hour. No one has to see the picture to help. #id:save_help
* [Scroll up, to see what was sent. #id:chat_scroll]
    ~ looked = true
    no, please don't. #id:scroll_no #by:robin
    You stop. Words and names are enough, and Robin's no counts here. #id:scroll_stop
* [Wipe it all, so that it is gone. #id:chat_wipe]
    It would feel good. But then the proof is gone too. You save first, and block later. #id:wipe_later
- Next: report it together. A service can help to take the picture down. #id:chat_report
You ask: shall we do it now, or tomorrow after school? #id:report_when
now. but you type, and I say stop if it is too much. #id:when_now #by:robin
At eleven, Robin is asleep. You stand at the sink, and your hands shake a bit. #id:report_sink
* [Call a friend, or a helpline for parents. #id:sink_call]
    You say it out loud, without Robin's name. It gets lighter. #id:call_lighter
    -> debrief
* [Sit for ten minutes. Tomorrow you ask Robin only: how are you? #id:sink_sit]
    You don't have to solve it tonight. You were there, and that counts. #id:sit_there
    -> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Juno had a secret too. It had an end, you could see it, and no one was kept small by it. #id:end_juno #control:yes
What was asked of Robin was the other kind. Hiding it from you was a part of the trick. #id:end_robin
{ harsh:
    In the story, fear spoke first. Most of us know that. You said sorry, and Robin stayed. #id:end_harsh
- else:
    The first words decide much, and they can be very few. #id:end_few
}
{ looked:
    You wanted to know it all. Stopping at the no gave some of the say back to Robin. #id:end_looked
}
It is not your child's fault, and it is not your fault. The one who used the trick is responsible. #id:end_fault
If a child is in danger now, call 112, or your country's number. #id:end_now
To try: breathe, thank, believe. Leave the phone with them. Save words, report together. Then look after yourself. #id:end_try
-> END
