// Lesson: "Three adults I'd tell". Choose three, find the first words, and what if the first one reacts badly.
VAR none_home = false
VAR told = false

-> start

=== start ===
Before the story: who are your three? Choose now, while all is well. #id:start_three
One at home or in your family. Who comes to mind? #id:start_home
* [Mom or Dad #id:home_parent]
    Good. Keep the face in mind. #id:parent_face
* [Grandma, an uncle, a big sister #id:home_other]
    Good. It need not be the one who is in charge. #id:other_charge
* [No one, right now #id:home_none]
    ~ none_home = true
    That happens to many. It says nothing about you. There are others. #id:none_others
- One at school or in a club: a teacher, a coach, a nurse. To listen is a part of their work. #id:start_school
And one more: a friend's mother, a neighbor, or a helpline. A helpline is there at night too. #id:start_more
* [I have my three. Begin. #id:start_begin]
    -> coach

=== coach ===
After the game, your coach waits for you. #id:coach_waits
you look sad these days. is all well at home? #id:coach_asks #by:coach
* [It is a bit loud at home. #id:coach_loud]
    thank you for telling me. want me to talk to someone with you? #id:coach_someone #by:coach
* [I don't want to talk about it. #id:coach_no]
    that is fine. if you ever do, my door is open. #id:coach_door #by:coach
- A hard thing to be asked. But the others are near, it is no secret, and a no is fine. #id:coach_fine #control:yes
* [Read your chat. #id:coach_next]
    -> ash

=== ash ===
Ash is from a game. You have never met. #id:ash_game
are they mean to you at home? only I know how you feel. #id:ash_feel #by:ash #trick:probing.vulnerability_probe
It felt good for a while. Then it was too much, and you wrote: please stop. #id:ash_stop
me again, with a new name. did you think I would stop? #id:ash_again #by:ash #trick:contact.keeps_contacting_after_refusal
Friday at the station, just us. #id:ash_friday #by:ash #trick:exploitation.meeting_request
come, or you will be sorry. #id:ash_sorry #by:ash #trick:coercion.threat_of_harm
Your heart beats fast. You think: I said too much, so I have to fix it. #id:ash_heart
* [I could go, so that it ends. #id:ash_go]
    You look for a bus. Then you stop. You can stop at any time, also now. #id:go_bus
    One meeting would not end it. Someone who knows of it can. #id:go_end
    -> words
* [I think of my three. #id:ash_three]
    There they are: three faces. You only need one. #id:three_faces
    -> words

=== words ===
What could your first words be? You don't need all of it. #id:words_what
* [I need help with something. Please only listen first. #id:words_help]
* [Someone scares me, in a chat. #id:words_scares]
* [You write it on a piece of paper. #id:words_paper]
- You pick the first of your three. Your hands are cold, but you do it. #id:words_do
oh no. you and that game. I can't do this now. #id:first_no #by:first
That hurts. You were brave, and it went wrong, and that is not on you. #id:first_hurts
Some people get loud or cold when they get a scare. It can be better an hour later. #id:first_scare
* [Say it once more: I need you to listen. #id:first_more]
    tonight, ok? I have to think. #id:first_tonight #by:first
    Tonight is a long way off. You don't have to wait for it. #id:more_wait
* [Cry a bit first. #id:first_cry]
    Good. It has to go somewhere. #id:cry_where
* [Feel cross. #id:first_cross]
    That makes sense. You asked for help, and help is what you want. #id:cross_sense
- Then you think: I have two more. #id:first_two
* [Go to the next one. #id:first_next]
    -> second

=== second ===
~ told = true
You use the same first words. They come out more easily now. #id:second_words
thank you for telling me. I believe you. you are not in trouble. #id:second_thanks #by:second
no one goes to the station. we save the chat, and then we report it. #id:second_station #by:second
* [Can you stay here while we do that? #id:second_stay]
    as long as you like. #id:stay_long #by:second
    -> debrief
* [Who else will know? #id:second_who]
    only those who can help. I tell you each time before I do. #id:who_only #by:second
    -> debrief
* [Can you talk to the first one for me? #id:second_talk]
    yes. I think it was a scare, and I will say so. #id:talk_scare #by:second
    -> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Your coach asked about home too. It was open, and a no was fine with them. #id:end_coach #control:yes
Ash looked for a sore spot, came back after a no, and pushed. Those are known tricks. #id:end_ash
{ none_home:
    If no one at home fits, it is not because of you. School, a club or a helpline counts just as much. #id:end_none
- else:
    Your three can change. Look at them again from time to time. #id:end_change
}
{ told:
    The first one did not listen. You told the next one, and that took heart. #id:end_told
- else:
    If the first one does not listen, there is a next one. And then one more. #id:end_next
}
It is not your fault. Not what was done, not what you wrote, not how a grown-up reacts. #id:end_fault
If you are in danger now, call 112, or your own number for help. #id:end_now
To try: write three names down today. Find your first words. If one does not listen, tell the next. #id:end_try
-> END
