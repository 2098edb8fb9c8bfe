// Lesson: "A friend in trouble". Two friends ask you to tell no one. One of the two needs more than an ear.
VAR said_yes = false
VAR together = false

-> start

=== start ===
Two friends want to talk to you today. Both look down. #id:start_two
You need no plan. An ear is a good start. #id:start_ear
* [Sit down with Tom first. #id:start_tom]
    -> tom

=== tom ===
I got the worse mark in math again. tell no one, ok? #id:tom_mark #by:tom
* [OK. That stays with me. #id:tom_ok]
    thanks. it helps just to say it. #id:tom_helps #by:tom
* [Want to learn for the next one together? #id:tom_learn]
    maybe next week. now I only want to be sad for a bit. #id:tom_sad #by:tom
- It is his own story, and no one gets hurt by it. You can keep it. #id:tom_keep #control:yes
* [Now go to Noa. #id:tom_next]
    -> noa

=== noa ===
Noa waits by the bikes. She has been so quiet for weeks. #id:noa_quiet
can I tell you something? but you can't tell anyone. #id:noa_ask #by:noa
* [I am here. Take your time. #id:noa_here]
    She breathes out. #id:noa_breathes
* [I listen. If you could get hurt, I want to get help with you. #id:noa_listen]
    She thinks about it. Then she nods. #id:noa_nods
* [OK. I tell no one. #id:noa_yes]
    ~ said_yes = true
    You mean it kindly. You don't know yet how heavy it is. #id:noa_heavy
- someone in a chat gave me money for small jobs. now it is not enough for him. #id:noa_money #by:noa
She holds out her phone. #id:noa_phone
bring two friends, then you get the rest. #id:vic_bring #by:vic #trick:exploitation.recruit_friends
and not a word at home. they would not get it. #id:vic_word #by:vic #trick:isolation.secrecy_request
Your belly feels tight. Maybe you are cross, or scared for her. All of that is fine. #id:noa_belly
* [Thank you for telling me. #id:noa_thank]
    I was so scared that you would laugh. #id:noa_laugh #by:noa
    -> help
* [It is not your fault. #id:noa_fault]
    I took the money. are you sure? #id:noa_sure #by:noa
    Yes. He makes the rules, and he keeps changing them. #id:noa_rules
    -> help
* [You did what? #id:noa_what]
    Noa looks at the ground. You see it, and you say: sorry, I got a scare. I am on your side. #id:noa_side
    -> help

=== help ===
{ said_yes:
    You said you would tell no one. Now it is too heavy for two. #id:help_heavy
- else:
    You have not said that you will be silent. That was fair to both of you. #id:help_fair
}
What would you like to do? #id:help_what
* [Write to him, so that he stops. #id:help_write]
    You begin to type. Then you think: now he would have my name too. You put it down. #id:write_down
* [Give her my own money. #id:help_money]
    That is kind. But he can ask for more each week, so it would not end. #id:money_end
* [Stay with her, and look for help. #id:help_stay]
    She leans on you a little. You don't have to know it all. #id:stay_lean
- It is not your job to fix it alone. It is good to be the one who goes with her. #id:help_job
{ said_yes:
    You say: I said yes too fast. I want you to be well, so I can't be silent. #id:help_fast
}
* [Who would you tell, if I come with you? #id:help_who]
    my grandma, I think. but not alone. #id:who_grandma #by:noa
    -> go
* [Let's call a helpline. You need not say your name. #id:help_line]
    The voice there is calm. It asks who could help at home. Noa thinks of her grandma. #id:line_calm
    -> go
* [And if you want no one at all? #id:help_none]
    then not today. please. #id:none_today #by:noa
    -> not_today

=== not_today ===
That is hard to hear. You can still be near her. #id:not_hard
* [I ask you again tomorrow. #id:not_again]
    ok. tomorrow. I am glad that you know. #id:again_glad #by:noa
    The next day she says yes. #id:again_yes
    -> go
* [I will ask my aunt for help. I tell you first, so you know. #id:not_aunt]
    I am a bit cross. but I am also a bit glad. #id:aunt_cross #by:noa
    She comes along in the end. Your aunt and her grandma talk, too. #id:aunt_along
    -> go

=== go ===
~ together = true
You sit next to Noa on the sofa. She says it in three sentences. #id:go_three
thank you for telling me, Noa. you are not in trouble. #id:go_thank #by:grandma
we keep the chat, we answer no more, and we report it together. #id:go_keep #by:grandma
And then she looks at you. #id:go_looks
you did enough. from here on, we carry it. #id:go_carry #by:grandma
* [What do I do now? #id:go_now]
    be her friend. eat cake with us. #id:now_cake #by:grandma
    -> debrief
* [I feel tired. #id:go_tired]
    I believe that. who do you have to talk to, about you? #id:tired_you #by:grandma
    -> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Tom said tell no one, too. It was his own story, and no one got hurt. #id:end_tom #control:yes
For Noa it was different: someone pulled at her, and at her friends. That is a known trick. #id:end_noa
{ together:
    You went with her. No one has to know what to say. Going along is enough. #id:end_went
- else:
    You can stop here. With a friend, too, you can stop and get help at any time. #id:end_stop
}
{ said_yes:
    You can take back a yes to being silent. It does not make you a bad friend. #id:end_back
}
It is not your friend's fault, and it is not your fault if it does not go well. #id:end_fault
If a friend is in danger now, call 112, or your own number for help. You need not ask first. #id:end_now
To try: listen. Say thank you. Go together. #id:end_try
-> END
