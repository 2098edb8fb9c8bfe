// Lesson: "A secret between us". Two people ask you to keep quiet; only one of these secrets has a day when it ends.
VAR kept = false
VAR told = false

-> start

=== start ===
It is Thursday. Two chats are open, and both say: keep it quiet. #id:start_two
* [Read what Lea wrote. #id:start_open]
    -> lea

=== lea ===
psst. party for Sam on Saturday, and Sam has no idea. can you keep quiet? #id:lea_asks #by:lea
* [I won't say a word. #id:lea_yes]
    great. and on Saturday you can tell the whole world. #id:lea_world #by:lea
* [Sam will ask me. I am so bad at this. #id:lea_bad]
    then say: ask me on Saturday. that is not even a lie. #id:lea_lie #by:lea
* [Can I tell my mum? She has to drive me. #id:lea_mum]
    sure, tell her. she can help with the cake. #id:lea_cake #by:lea
- In two days it is over. Sam will laugh, and you will too. #id:lea_over #control:yes
* [Go to the other chat. #id:lea_next]
    -> robin

=== robin ===
Robin is 22 and helps run your drawing group. You like Robin a lot. #id:robin_who
your art is so grown-up. no one else in the group comes close. #id:robin_praise #by:robin #trick:trust.flattery
It feels good to be seen like that. Of course it does. #id:robin_good
let's keep our talks between us. #id:robin_secret #by:robin #trick:isolation.secrecy_request
* [Why a secret? #id:robin_why]
    -> why
* [OK. It is nice to have a thing of our own. #id:robin_yes]
    -> weeks
* [I don't want a secret like that. #id:robin_no]
    -> said_no

=== why ===
no one gets you the way I do. #id:why_only #by:robin #trick:trust.special_understanding
your friend Lea is a bit of a kid, don't you think? #id:why_lea #by:robin #trick:isolation.against_family_or_friends
You think of Lea. She never said a bad word about Robin. #id:why_think
* [OK, between us, then. #id:why_yes]
    -> weeks
* [I like Lea. And I don't want a secret. #id:why_no]
    -> said_no

=== weeks ===
~ kept = true
Weeks go by. Robin has a pet name for you, and a word that only you two know. #id:weeks_name #trick:trust.fast_intimacy
There are little dares. Each is a bit odder than the last. #id:weeks_dares #trick:probing.compliance_test
Robin often asks who is home, and who sees your phone. #id:weeks_home #trick:probing.supervision_check
better clear our chat each night, ok? #id:weeks_clear #by:robin #trick:isolation.delete_traces
Lea asks what is up. You say: nothing. Your stomach feels tight. #id:weeks_tight
You still like Robin. And it feels wrong. Both can be true. #id:weeks_both
* [Tell Robin: no more secrets. #id:weeks_no]
    -> said_no
* [Tell someone. #id:weeks_tell]
    -> tell
* [I don't know yet. I need time. #id:weeks_time]
    -> time

=== time ===
You take the evening off. You draw, with no one to watch. #id:time_draw
You notice how it feels when the phone is off: lighter. #id:time_light
* [Tell someone. #id:time_tell]
    -> tell
* [That is enough for me today. #id:time_enough]
    -> debrief

=== said_no ===
wow. after all I do for you? #id:no_guilt #by:robin #trick:coercion.guilt_or_pressure
everyone has a secret friend. it is no big deal. #id:no_normal #by:robin #trick:sexualization.normalizing
You said one small no, and now you feel mean. That is how this trick works. #id:no_mean
Lea asked for something, too. Any answer was fine with her. #id:no_lea #control:yes
* [Leave the chat as it is, and tell someone. #id:no_tell]
    -> tell
* [Mute Robin for today. #id:no_mute]
    You may. You do not owe anyone an answer. #id:no_owe
    -> debrief

=== tell ===
~ told = true
It is hard to find the first words. These will do: something feels odd. #id:tell_words
* [Say it to Lea. #id:tell_lea]
    I missed you. shall we go to my mum, both of us? #id:tell_us #by:lea
* [Say it to your dad. #id:tell_dad]
    Dad turns off the radio and sits down. He does not shout. #id:tell_sits
* [Write to a helpline. No name needed. #id:tell_line]
    Someone answers. You write two lines, then ten. #id:tell_ten
- thank you for telling me. you are not in trouble. #id:tell_thanks #by:helper
I may have to ask others for help. you will hear first who, and why. #id:tell_first #by:helper
The tight feeling does not go all at once. But you are not alone with it. #id:tell_alone
-> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Lea's secret had a day when it ends, and made someone glad. A parent could know. #id:end_lea #control:yes
Robin's secret had no end. You were to hide it, even from your friends. #id:end_robin
Some use code words, or jokes, or sweet names. It is the same known trick. #id:end_code #trick:concealment.coded_language
What you want to keep to yourself is yours. A secret that makes you hide is too heavy for one. #id:end_private
{ kept:
    In the story you kept it for a while. It felt warm, so that makes sense. #id:end_kept
}
{ told:
    You told someone. That takes courage, and it is how such secrets end. #id:end_told
- else:
    You can still tell someone, this week or next year. #id:end_still
}
It is not your fault. Not even if you liked it, or kept it for long. #id:end_fault
To try: ask when it ends. Ask who may know. Then tell one person. #id:end_try
-> END
