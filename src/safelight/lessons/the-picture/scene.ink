// Lesson: "The picture". Two people ask for a picture. Somebody you like can ask, too, and you can still say no.
VAR sent = false
VAR told = false

-> start

=== start ===
You have a new haircut. And since May you have Alex to write to. #id:start_new
* [Read what Mira wrote. #id:start_open]
    -> mira

=== mira ===
I heard about the haircut. send me a pic? #id:mira_asks #by:mira
* [Sure, here you go. #id:mira_yes]
    love it. can I show my sister? she wants the same cut. #id:mira_show #by:mira
* [Not today. It still looks odd. #id:mira_no]
    ok. hats exist. I will see it on Monday. #id:mira_hat #by:mira
* [What for? #id:mira_why]
    I am just curious. and I may get one like it. #id:mira_curious #by:mira
- It is a picture that your whole class will see anyway. #id:mira_class #control:yes
* [Read what Alex wrote. #id:mira_next]
    -> alex

=== alex ===
Alex is your age and swims for a team in the next town. You write each night. #id:alex_who
I think about you all day. send a pic, just for me? #id:alex_asks #by:alex #trick:sexualization.image_request
You can tell that Alex does not mean the haircut. #id:alex_means
Your face gets hot. It is nice to be liked. And a part of you says: no. #id:alex_hot
* [No, I don't want to. #id:alex_no]
    -> own_words
* [Here is a pic of my dog. #id:alex_dog]
    -> joke
* [I am not sure. #id:alex_unsure]
    -> unsure
* [Send one. #id:alex_send]
    -> sent_one

=== joke ===
A joke is a good way to say no. The dog looks great. #id:joke_good
cute. but come on. I will send one first, then you. #id:joke_trade #by:alex #trick:sexualization.image_request
A trade that you did not ask for is not a debt. #id:joke_debt
* [Say no in plain words. #id:joke_no]
    -> own_words
* [Send one. #id:joke_send]
    -> sent_one

=== unsure ===
Not sure is an answer, too. You can send just that. #id:unsure_ok
Two questions help. Was it my idea? Would a no be fine? #id:unsure_ask
* [It was not my idea. I say no. #id:unsure_no]
    -> own_words
* [I would feel bad if I said no. #id:unsure_bad]
    It is good that you noticed. A yes out of fear is not a real yes. #id:unsure_fear
    You can talk that over before you answer. #id:unsure_talk
    -> tell

=== own_words ===
Which words are most like you? #id:own_which
* [No. I don't send pics like that. #id:own_plain]
* [I like you. And I don't do that. #id:own_like]
* [Nope. Next topic, please. #id:own_nope]
- don't you trust me? I thought we had something. #id:own_guilt #by:alex #trick:coercion.guilt_or_pressure
everyone sends them. it is normal. #id:own_normal #by:alex #trick:sexualization.normalizing
That stings. You wonder if Alex will still like you. #id:own_sting
Someone can be sad about a no. But they can leave it there. #id:own_sad
* [Say it one more time, then go out. #id:own_again]
    The air is cool. Bit by bit, your face cools down, too. #id:own_air
    -> after_no
* [I am tired of this. I send one. #id:own_tired]
    -> sent_one
* [Ask someone what they think. #id:own_tell]
    -> tell

=== after_no ===
When you look again, there are six new messages. #id:after_six
You need not read them now. Or at all. #id:after_read
* [Tell someone. #id:after_tell]
    -> tell
* [I am done for today. #id:after_done]
    -> debrief

=== sent_one ===
~ sent = true
For a minute it feels fine. Then your heart beats fast. #id:sent_heart
wow. one more? #id:sent_more #by:alex #trick:coercion.more_images_demand
A yes to one is not a yes to the next. You can stop right here. #id:sent_stop
It may feel as if it is all over. It is not. A lot can be done. #id:sent_help
* [Ask Alex to remove it. #id:sent_ask]
    Alex says yes. You can't check that, so more help is good. #id:sent_check
    -> tell
* [Look for a way to take it down. #id:sent_down]
    -> take_down
* [Tell someone. #id:sent_tell]
    -> tell

=== take_down ===
You find a free tool for people under 18. It is called Take It Down. #id:down_tool
Your phone makes a kind of number from the picture. Only that number is sent. #id:down_number
Apps that take part can then spot the picture and block it. #id:down_block
No one has to see it. You need not give your name. #id:down_name
Not all apps take part. It still helps. #id:down_part
* [Do it with someone at my side. #id:down_with]
    -> tell
* [Do it on my own, right now. #id:down_alone]
    Done. Your hands shake a bit, and you feel lighter. #id:down_done
    -> debrief

=== tell ===
~ told = true
Who would you go to? #id:tell_who
* [Mira #id:tell_mira]
    Mira makes room on the wall where you sit. #id:tell_room
* [My big brother #id:tell_brother]
    He looks up, and takes off his headphones. #id:tell_looks
* [The school nurse #id:tell_nurse]
    She shuts the door and gets you a glass of water. #id:tell_water
- I am glad that you told me. you are not in trouble. #id:tell_glad #by:helper
{ sent:
    I do not need to see it. let's find out who can take it down. #id:tell_down #by:helper
- else:
    you do not have to answer today. what would you like to do? #id:tell_today #by:helper
}
You talk for a long time, and not only about Alex. #id:tell_long
-> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Mira asked for a picture, too. She asks before she shows it, and a no is fine. #id:end_mira #control:yes
Alex may like you for real. To push after a no is still not all right. #id:end_alex
What Alex learns from this is up to Alex. It is not your job. #id:end_job
{ sent:
    In the story you sent one. Whoever passes it on does wrong, not you. #id:end_sent
- else:
    If one was sent, a lot can still be done: stop, save, tell, take down. #id:end_unsent
}
It is not your fault that you were asked. And it is not your fault if you sent one. #id:end_fault
{ told:
    You asked for help. That takes courage. #id:end_told
- else:
    You can still talk to someone. They need not see a picture for that. #id:end_still
}
To try: write your own no today, so that it is ready. #id:end_try
-> END
