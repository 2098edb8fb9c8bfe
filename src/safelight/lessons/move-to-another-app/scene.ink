// Lesson: "Let's move to another app". Two people ask for the same thing; only one minds a no.
VAR went_there = false
VAR showed = false

-> start

=== start ===
You play a building game on most days. #id:start_game
Today, two people write to you in the game's chat. #id:start_two
* [Read what Mia wrote. #id:start_open]
    -> mia

=== mia ===
hey, our class has a group on Pip now. want the link? #id:mia_asks #by:mia
* [Yes please. #id:mia_yes]
    ok, here it comes. Ana and Ben from class are in it too. #id:mia_link #by:mia
* [Can we stay here? #id:mia_stay]
    sure, here is fine too. #id:mia_fine #by:mia
* [I want to ask at home first. #id:mia_home]
    good plan. no rush. #id:mia_rush #by:mia
- Mia sits next to you in class. Your answer is fine with her, a no as well. #id:mia_known #control:yes
* [Read what Kai wrote. #id:mia_next]
    -> kai

=== kai ===
wow, you build so well. best I have seen. #id:kai_praise #by:kai #trick:trust.flattery
You met Kai two days ago, in the open chat of the game. #id:kai_new
this chat is so slow. let's talk on Whisp, just you and me. #id:kai_move #by:kai #trick:contact.open_group_to_private
* [I like it here. We can talk here. #id:kai_no]
    -> said_no
* [Why there? #id:kai_why]
    -> reason
* [OK. What is your name there? #id:kai_yes]
    -> new_app

=== reason ===
chats go away there by themselves, and no one reads along. #id:reason_hidden #by:kai #trick:concealment.anonymous_service
keep this between us. others would not get it. #id:reason_secret #by:kai #trick:isolation.secrecy_request
* [No, I stay here. #id:reason_no]
    -> said_no
* [OK, for a bit. #id:reason_yes]
    -> new_app

=== said_no ===
come on. I thought you trust me. #id:no_push #by:kai #trick:coercion.guilt_or_pressure
just this once? I am there now and I wait. #id:no_wait #by:kai #trick:isolation.move_to_private_app
You said no, and Kai did not like it. One no is enough. #id:no_enough
* [Leave the chat. #id:no_leave]
    -> left
* [Show the chat to someone. #id:no_show]
    -> show

=== new_app ===
~ went_there = true
Whisp looks empty. You see no one you know, and no way to report. #id:new_empty
now it is just us. send a pic, just for me. #id:new_pic #by:kai #trick:sexualization.image_request
You feel odd. A yes to the app is not a yes to this. #id:new_odd
* [Stop, and leave the chat. #id:new_leave]
    -> left
* [Show the chat to someone. #id:new_show]
    -> show

=== left ===
You close the chat. Nothing bad comes of it. #id:left_close
Some people write again under a new name. Then it helps to have told someone. #id:left_again
* [Show someone what Kai wrote. #id:left_show]
    -> show
* [Enough for today. #id:left_enough]
    -> debrief

=== show ===
~ showed = true
Who do you show it to? #id:show_who
* [My aunt #id:show_aunt]
* [A teacher #id:show_teacher]
* [A friend, so that we go together #id:show_friend]
- thank you for telling me. you are not in trouble. #id:show_thanks #by:helper
let's keep the chat as it is, and report it. then we block. #id:show_steps #by:helper
-> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Mia asked to change apps too. You know her, others are there, and a no was fine. #id:end_mia #control:yes
Kai was new, wanted no one to see, and pushed after a no. That is a known trick. #id:end_kai
{ went_there:
    In the story you went to Whisp. Many people would, and you could still stop. #id:end_went
- else:
    Staying where you can report, and where others are, is always fine. #id:end_stayed
}
If this happens to you, it is not your fault. Not even if you said yes at first. #id:end_fault
{ showed:
    You showed it to someone. That is the strongest thing you can do. #id:end_showed
- else:
    You can still show it to someone, today or next week. #id:end_still
}
To try: stay where you can report. Say no once. Show someone. #id:end_try
-> END
