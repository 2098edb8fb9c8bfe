// Lesson: "Who can reach me?" A drill in settings, then two people who ask where you are. One may see.
VAR open_door = false
VAR live = false
VAR told = false

-> start

=== start ===
You set up Pip, a new chat app. It asks one thing after the other. #id:start_pip
No answer is wrong here. You can change each one on any day. #id:start_any
* [First one, please. #id:start_first]
    -> writes

=== writes ===
Who can write to you? #id:writes_who
* [Everyone #id:writes_all]
    ~ open_door = true
    Then the door is wide open. Most who come in are fine. You can close it at any time. #id:all_open
* [Friends of my friends #id:writes_second]
    ~ open_door = true
    That sounds small. If each friend has a hundred friends, it is a lot of people. #id:second_lot
* [Only my friends #id:writes_friends]
    Then a new person has to knock, and you decide. #id:friends_knock
- Next one. Who can see on a map where you are? #id:map_who
* [All my friends, all day #id:map_all]
    ~ live = true
    It is fun to see who is near. It also shows where you sleep. #id:all_sleep
* [No one, for now #id:map_none]
    Good to know: for one friend and one hour, you can still turn it on. #id:none_hour
- Two small ones. Who sees when you were last here, and who can tag you? #id:tag_who
* [Friends see it. Tags ask me first. #id:tag_ask]
    Now your name goes on a picture only after your yes. #id:ask_yes
* [No one sees it. No tags. #id:tag_none]
    Fine too. Then no one asks why you were up but did not write. #id:none_up
- Last one. Pip wants the camera, the mic and your place, at all times. #id:cam_all
* [Only while I use Pip #id:cam_use]
    Calls and pictures work just the same. #id:use_same
* [Not now #id:cam_not]
    Pip will ask again when you make a call. Then you choose again. #id:not_again
- Done. That was the whole drill. #id:cam_done
* [Next day, after school #id:cam_next]
    -> samir

=== samir ===
Samir writes. You two have known each other since first grade. #id:samir_known
I can't find you at the fair. can you share your place till we meet? #id:samir_asks #by:samir
* [Yes, for one hour. #id:samir_hour]
    I see you. you are right behind the big wheel. #id:samir_see #by:samir
* [I'd rather tell you: the big wheel. #id:samir_tell]
    ok, coming. save me some fries. #id:samir_ok #by:samir
- You know him, it had an end, and a no was fine with him. #id:samir_fine #control:yes
* [Later, at home #id:samir_next]
    -> lio

=== lio ===
{ open_door:
    A message pops up. It is from Lio. You have never heard of Lio. #id:lio_in
- else:
    Someone knocks. It is Lio. You have never heard of Lio, but you take a look. #id:lio_knock
}
hey you. how old are you? #id:lio_age #by:lio #trick:targeting.age_probe
and what school? do you live near the fair? #id:lio_where #by:lio #trick:targeting.location_probe
* [Who are you? How do you know me? #id:lio_who]
    just saw you around. why so shy? #id:lio_around #by:lio #trick:contact.unsolicited_approach
* [I don't tell that online. #id:lio_not]
    come on, just the name of the school. #id:lio_come #by:lio #trick:targeting.personal_details_probe
* [I am 13. And I live near, yes. #id:lio_tell]
    You were polite. You can stop after that. #id:lio_polite
- then turn on your live place for me. I want to know that you are ok. #id:lio_live #by:lio #trick:coercion.surveillance
{ live:
    Lio is no friend on Pip, so Lio can't see the map. You can still turn it off now. #id:live_on
- else:
    Your place is off. It can stay off. #id:live_off
}
It sounds like care. It may feel more like being watched. Both feelings are fine. #id:lio_watched
* [Close the door: only friends can write. #id:lio_close]
    Two taps. If Lio comes back with a new name, Lio has to knock too. #id:close_taps
    -> debrief
* [Show it to my big sister. #id:lio_show]
    ~ told = true
    good that you show me. we save it, then block, then report. #id:show_sister #by:sister
    -> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Samir asked where you are too. You know him, it was for an hour, and you chose. #id:end_samir #control:yes
Lio came out of nowhere, and each answer led to the next wish. That is a known trick. #id:end_lio
{ open_door:
    In the story your door was open. Most apps begin like that, and you can close it. #id:end_open
- else:
    When only friends can write, people can still knock. You need not open. #id:end_half
}
{ told:
    You showed it to someone. That is a strong thing to do. #id:end_told
- else:
    Closing the door is strong. Telling someone makes it stronger. #id:end_close
}
What others ask or do is not your fault, with any setting. Not even if you answered. #id:end_fault
To try: open one app today. Look at who can write, who sees your place, and who can tag. #id:end_try
-> END
