// Lesson: "What this picture reveals". The reader looks at a picture before (or after) it goes up. One tells nothing.
VAR posted = false
VAR looked = 0

-> start

=== start ===
Your team won today. Someone took a picture of you, and you look so happy. #id:start_won
You want to post it. Your page is open to all. #id:start_open
* [Look at it in big first. #id:start_look]
    Good eye. Ten seconds are enough. #id:start_ten
    -> look
* [Post it. I am proud. #id:start_post]
    -> up

=== up ===
~ posted = true
Three hearts come in. It feels good, and that is fine. #id:up_hearts
Then Rex writes, who began to follow you this week. #id:up_rex
nice. I know that gate. you are there on Tuesdays, right? #id:up_gate #by:rex #trick:targeting.exposed_location
Maybe he is only nice. But how does he know that? #id:up_how
* [Look at what he could see. #id:up_look]
    -> look

=== look ===
You stand at a gate in your team shirt, with a ticket in your hand. #id:look_scene
Look at one part, as if you had never met you. #id:look_part
-> parts

=== parts ===
* [The shirt #id:part_shirt]
    ~ looked = looked + 1
    The badge has the name of your school. The back has your last name. #id:shirt_badge #trick:targeting.exposed_personal_details
    -> parts
* [The wall behind me #id:part_wall]
    ~ looked = looked + 1
    A street sign: Mill Lane. With the gate, that is a spot on a map. #id:wall_sign #trick:targeting.exposed_location
    -> parts
* [The ticket in my hand #id:part_ticket]
    ~ looked = looked + 1
    Bus 14, today, 4:10. It shows how you get home, and when. #id:ticket_bus #trick:targeting.exposed_location
    -> parts
* {looked > 0} [I have seen enough. #id:part_enough]
    Then one more thing: in the glass behind you is your little brother, who holds the phone. #id:window_glass
    Each thing is small. Next to each other, they say who, where and when. #id:part_sum
    -> change

=== change ===
{ posted:
    The picture is up. You can still take it down or put up a new one. #id:change_up
- else:
    Nothing is up yet. You have all the time you want. #id:change_time
}
What would you like to do with it? #id:change_what
* [Crop it: my face, the cup and the sky. #id:change_crop]
    The gate, the sign and the ticket are gone. Your smile is still there. #id:crop_gone
* [Blur the badge, the sign and the glass. #id:change_blur]
    It takes a minute. Paint them over in one colour, then no one can undo it. #id:blur_minute
* [Wait, and post it when I am home. #id:change_wait]
    Now it does not say where you are right now. The badge and the sign still talk. #id:wait_now
* [Send it only to friends I know. #id:change_friends]
    They are the ones who cheer the most. And you can ask them to keep it there. #id:friends_cheer
- The app asks: add this place? You can leave it out, and turn it off in the camera too. #id:change_place
* [Go on. #id:place_next]
    -> ana

=== ana ===
Your friend Ana writes. #id:ana_writes
can I post this one? the cup on the grass, and our four hands on it. #id:ana_asks #by:ana
Who is it, where is it, when was it? Can you tell? #id:ana_tell
* [No, I can't tell at all. #id:ana_no]
    Right. Grass is all over the world, and a hand has no name. #id:ana_grass
* [Let me look at the edges first. #id:ana_edges]
    No sign, no badge, no glass. There is only grass. #id:ana_only
- This one gives nothing away, and Ana asked you first. It can go up. #id:ana_fine #control:yes
-> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Ana's picture was of the same day. It was just as happy, and it told nothing. #id:end_ana #control:yes
Yours was a good picture too. Only its edges talked. #id:end_edges
{ posted:
    In the story you posted first. Most people do, and you could still change it. #id:end_posted
- else:
    Looking first takes ten seconds. You can do it with old pictures too. #id:end_looked
}
If someone uses what a picture shows, it is not your fault. You were just happy. #id:end_fault
If someone knows more than you told them, you may feel odd. Tell someone you trust. #id:end_odd
To try: look at the edges. Crop or blur. Post about a place after you have left it. #id:end_try
-> END
