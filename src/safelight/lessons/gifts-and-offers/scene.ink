// Lesson: "The modelling offer". Two people want you in front of a camera. One offer can bear every question.
VAR signed = false
VAR told = false

-> start

=== start ===
Two people want you on camera. Both say that it must be soon. #id:start_two
* [Read what Ms Okafor wrote. #id:start_open]
    -> okafor

=== okafor ===
you would be great in our school film. try-outs on Friday at four, in the hall. #id:oka_offer #by:okafor
the list closes on Thursday. do you want to be on it? #id:oka_list #by:okafor
* [Can someone from home come too? #id:oka_home]
    of course. there are chairs at the back. #id:oka_chairs #by:okafor
* [Do you need a picture of me? #id:oka_pic]
    no. just bring yourself. #id:oka_bring #by:okafor
* [I think I am too shy. #id:oka_shy]
    that is fine. you can also just watch. #id:oka_watch #by:okafor
- Ms Okafor runs the drama club. Everyone there knows about Friday. #id:oka_known #control:yes
* [Read what Skye wrote. #id:oka_next]
    -> skye

=== skye ===
I scout for Lumo Faces. you have the look. we pay 500 a day. #id:skye_offer #by:skye #trick:deception.modelling_offer
You read it three times. You have had this dream since you were ten. #id:skye_dream
With it come coins for your game, as a hello. #id:skye_coins #trick:trust.gifts_or_game_currency
just sign up and send some pics. today, please. #id:skye_pics #by:skye #trick:sexualization.image_request
* [I have a question first. #id:skye_ask]
    -> ask
* [I want to check this first. #id:skye_check]
    -> check
* [Yes. I sign up. #id:skye_yes]
    -> sign_up

=== ask ===
A real offer can bear a question. Which one is yours? #id:ask_which
* [Who pays for what? #id:ask_pay]
    you only pay for the photo book. gift cards are best. #id:ask_cards #by:skye #trick:monetization.gift_card_payment
* [Can someone from home come too? #id:ask_home]
    not at first. it makes people stiff. #id:ask_stiff #by:skye #trick:isolation.secrecy_request
* [May I think about it for a week? #id:ask_week]
    then your place is gone. I thought you wanted this. #id:ask_gone #by:skye #trick:coercion.guilt_or_pressure
- Your joy gets a small crack. Listen to it. #id:ask_crack
* [Check the offer. #id:ask_check]
    -> check
* [Say no. #id:ask_no]
    -> said_no

=== sign_up ===
~ signed = true
The page looks right. But one letter in its name is odd. #id:sign_letter #trick:deception.phoney_website
You saw it after you put in your name and number. That can be mended. #id:sign_mend
You can take back a yes. You can stop at each step. #id:sign_step
* [Stop, and check it now. #id:sign_check]
    -> check
* [Stop, and say no. #id:sign_no]
    -> said_no

=== check ===
How do you check? #id:check_how
* [Look up the number on my own, and call. #id:check_call]
    A woman at Lumo Faces says: we know no Skye. And we meet people with a parent. #id:check_woman
* [Ask Ms Okafor. #id:check_oka]
    good that you ask. a real agency is paid when you are paid. not before. #id:check_paid #by:okafor
* [Ask Skye if it is real. #id:check_skye]
    Skye says: of course. But that is the same channel, so it does not tell you much. #id:check_same
- It hurts a bit. The dream is still a good one. #id:check_dream
-> said_no

=== said_no ===
You write: no, thank you. #id:no_thanks
and the coins? you owe us now. #id:no_owe #by:skye #trick:coercion.debt
A gift with a price is no gift. You owe nothing. #id:no_gift
* [Save it, then show it to Dad. #id:no_dad]
    -> tell
* [Close the chat and go to see Noor. #id:no_noor]
    -> noor

=== tell ===
~ told = true
thank you for showing me. you are not in trouble. #id:tell_thanks #by:helper
let's report it. and then let's look for a real agency, if you like. #id:tell_look #by:helper
* [Tell Noor about it. #id:tell_noor]
    -> noor

=== noor ===
oh, I get odd offers, too. look. which one first? #id:noor_which #by:noor
* [The easy job. #id:noor_job]
    Like some posts, get 200 a day. #id:noor_like #trick:deception.fake_job_offer
    But first she is to pay, in crypto coins. #id:noor_crypto #trick:monetization.crypto_payment
    A job pays you. You do not pay for a job. #id:noor_pays
* [The money that passes through. #id:noor_mule]
    Take in money, keep a part, send on the rest. #id:noor_part #trick:monetization.money_mule
    In small steps, through many names. One of them would be hers. #id:noor_steps #trick:monetization.layering
* [The free trip. #id:noor_trip]
    A course far away. Flight and room are paid for. #id:noor_far #trick:deception.study_or_travel_offer
    They plan the whole trip for her, all by chat. #id:noor_plan #trick:exploitation.travel_arrangement
    And they want to keep her passport. #id:noor_pass #trick:coercion.documents_taken
* [The new boyfriend. #id:noor_love]
    He is new, and he talks of a home for two. #id:noor_two #trick:deception.romance_or_marriage_promise
    Then he talks of money for dates with others. #id:noor_dates #trick:exploitation.recruitment_into_sexual_services
- I was sad about that one. I liked the idea. #id:noor_sad #by:noor
You both see it: it has to be quick, it is private, and you give first. #id:noor_see
-> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Ms Okafor's offer had a place, a time and a name you know. Someone from home could come. #id:end_oka #control:yes
She was in a rush, too. But she had an answer to each question. #id:end_rush #control:yes
Skye wanted pictures and a fee, and no one else there. That is a known trick. #id:end_skye
{ signed:
    In the story you signed up. Lots of people would. You can tell someone and change your password. #id:end_signed
}
{ told:
    You showed it to someone, and the dream is still yours. #id:end_told
- else:
    You can still show an offer to someone, before a yes and after it. #id:end_still
}
If this happens to you, it is not your fault. It is fine to have a dream. #id:end_fault
To try: check it by a second way. Ask who pays. No pictures first. Do not go alone. #id:end_try
-> END
