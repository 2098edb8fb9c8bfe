// Lesson: "They threaten me". A clumsy friend stops when asked; somebody else uses a picture to get more. It ends with help.
VAR paid = false
VAR wrote = false

-> start

=== start ===
A slow Sunday. Your phone buzzes, two times. #id:start_sunday
* [Read what Tom wrote. #id:start_open]
    -> tom

=== tom ===
I still have the pic of you and the lake. splash. the class chat will love it. #id:tom_joke #by:tom
* [Please don't. I hate that one. #id:tom_please]
    oh. sorry. then no one gets to see it. #id:tom_sorry #by:tom
* [Ha. But you ask me first. #id:tom_first]
    fair. so: may I? a no is fine. #id:tom_fair #by:tom
* [Leave it unanswered. #id:tom_quiet]
    hey, was that a bad joke? I won't post it. #id:tom_wont #by:tom
- Tom was clumsy. He wants nothing for it, and he stops. #id:tom_stops #control:yes
* [Read the other one. #id:tom_next]
    -> vic

=== vic ===
You met Vic nine days ago. At first it was all jokes. #id:vic_met
Then the jokes got private. #id:vic_private #trick:sexualization.sexual_topic
Then came a picture that you never asked for. #id:vic_came #trick:sexualization.unsolicited_images
Then Vic asked for one of you. #id:vic_asked #trick:sexualization.image_request
Today, Vic says that all your friends will see a picture of you. #id:vic_threat #trick:coercion.threat_to_expose
And there is a price: gift cards, within the hour. #id:vic_price #trick:coercion.payment_demand
I see that you are online. answer me. #id:vic_online #by:vic #trick:coercion.guilt_or_pressure
Your own picture, or one that a computer made: the steps are the same. #id:vic_made
What do you feel first? #id:vic_feel
* [My heart is racing. #id:vic_heart]
    Put your feet flat on the floor. Breathe out, as slowly as you can. #id:vic_breathe
    -> what_now
* [I am so ashamed. #id:vic_shame]
    Shame is loud, and it points at the wrong one. It was not you who made this threat. #id:vic_wrong
    -> what_now
* [I am angry. #id:vic_angry]
    You may be. Someone took your trust and put a price on it. #id:vic_trust
    -> what_now
* [I don't want to be here any more. #id:vic_gone]
    -> low

=== low ===
Many people feel that at such a time. It can get quiet again. #id:low_many
You do not have to wait for that alone. You are worth more than any picture. #id:low_worth
If you feel this for real, not only in the story: the help page has free numbers. #id:low_real
* [Go to someone, right now. #id:low_go]
    You knock on the next door. You only say: can I sit with you? The rest can come later. #id:low_stay
    -> tell
* [Call or write to a helpline. #id:low_call]
    A calm voice says: I am here. Take your time. #id:low_voice
    -> tell

=== what_now ===
You have more time than Vic says. The rush is part of the trick. #id:now_time
* [Stop. I do not answer. #id:now_stop]
    -> stop
* [Pay, so that it is over. #id:now_pay]
    -> pay
* [Write back, and beg. #id:now_beg]
    -> beg
* [Phone off. I tell no one. #id:now_hide]
    -> hide

=== pay ===
~ paid = true
Lots of people think of that first. It makes sense. #id:pay_sense
You send a code. Soon after, Vic wants two more. #id:pay_more
Some who pay are asked again. You can stop now, after one as well as after ten. #id:pay_again
* [Stop here. #id:pay_stop]
    -> stop

=== beg ===
~ wrote = true
The answer comes at once. Now it is one more picture, too. #id:beg_more #trick:coercion.more_images_demand
It makes sense to ask someone to be kind. But each answer keeps it going. #id:beg_kind
* [Stop here. #id:beg_stop]
    -> stop

=== hide ===
It is three at night. Your thoughts go round and round. #id:hide_night
This is too big for one. It was too big from the start. #id:hide_big
* [Get up, and do one thing. #id:hide_one]
    -> stop

=== stop ===
You stop. No answer, no money, no picture. Your hands shake, and that is all right. #id:stop_hands
Before you block, keep what there is. What do you save? #id:stop_save
* [The name and the words. #id:stop_name]
    A screenshot of the words will do. #id:stop_words
* [Where the money was to go. #id:stop_money]
    Good. That helps those who look into it. #id:stop_look
- No one needs the picture for that. #id:stop_pic
-> tell

=== tell ===
Who do you tell? #id:tell_who
* [My big sister #id:tell_sister]
    She reads your face first, and holds your hand. #id:tell_hand
* [A teacher I like #id:tell_teacher]
    She lets her tea go cold, and listens. #id:tell_tea
* [A helpline, with no name #id:tell_line]
    They have heard this a lot, and they know what to do. #id:tell_know
- thank you for telling me. you are not in trouble. I do not need to see it. #id:tell_thanks #by:helper
first a break, or do we start right now? #id:tell_first #by:helper
* [A break. #id:tell_break]
    You eat toast. It tastes of nothing, and then a bit of toast. #id:tell_toast
* [Start. #id:tell_start]
    good. step by step, side by side. #id:tell_side #by:helper
- You report the account in the app, then you block it. #id:tell_report
You use Take It Down. It is free, and needs no name. #id:tell_down
Your phone makes a kind of number from the picture. Only that number is sent. #id:tell_number
Apps that take part can then spot the picture and block it. #id:tell_block
At night, Vic is back with a new name. You save it, and you do not answer. #id:tell_again
Some days are hard. Then, on a Friday, you laugh at one of Tom's jokes. #id:tell_friday
-> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Tom's joke was clumsy. He asked for nothing, and he stopped. #id:end_tom #control:yes
Vic wanted you to be quick, and alone with it. That is a known trick. Many people meet it. #id:end_vic
It can also begin with a call: camera on, just us. #id:end_camera #trick:sexualization.camera_or_live_request
Some want a show on camera. #id:end_show #trick:exploitation.live_broadcast
Some offer money for pictures, or want to sell them. #id:end_sale #trick:exploitation.sale_of_images
{ paid:
    In the story you paid. That was fear, and it did not close any door. #id:end_paid
}
{ wrote:
    In the story you wrote back. That is human, and you could still stop. #id:end_wrote
}
It is not your fault. Not even if you sent a picture, or paid, or kept quiet for long. #id:end_fault
If it feels too much, talk to someone today. The help page has free numbers. #id:end_help
To try: stop. Do not pay. Save it. Tell. Take it down. #id:end_try
-> END
