// Lesson: "The job abroad". Two summer jobs: both want to see your papers, only one gives them back.
VAR said_yes = false
VAR told = false

-> start

=== start ===
Soon it is summer. Money is short at home, and you want to help. #id:start_money
There are two jobs. Both people have been kind to you. #id:start_two
* [Look at the job with Ms Lind. #id:start_open]
    -> lind

=== lind ===
you can start in July, at the boat hire. I need to see your ID first. #id:lind_offer #by:lind
* [What does it pay? #id:lind_pay]
    nine an hour, each Friday. it is all in the contract. #id:lind_nine #by:lind
* [What happens with my ID? #id:lind_id]
    I look at it, and I give it back. it stays with you. #id:lind_back #by:lind
* [May I sleep on it? #id:lind_sleep]
    sure. and show the contract at home. they have to sign it, too. #id:lind_sign #by:lind
- You can walk there, and ask those who worked there last year. #id:lind_walk #control:yes
* [Look at the job with Dario. #id:lind_next]
    -> dario

=== dario ===
Dario is a cousin of your friend Ivo. He works in a far country. #id:dario_who
a hotel by the sea. three times the pay, and no need to know the work. #id:dario_offer #by:dario #trick:deception.fake_job_offer
we book the flight and the room. you just come. #id:dario_flight #by:dario #trick:exploitation.travel_arrangement
You think of your mum, and of her face when you send money home. #id:dario_mum
* [I have some questions. #id:dario_ask]
    -> ask
* [I want to check this first. #id:dario_check]
    -> check
* [Yes. This is my chance. #id:dario_yes]
    -> packed

=== ask ===
Which one do you ask first? #id:ask_which
* [What is the hotel called? #id:ask_hotel]
    it is a group of hotels. you will see when you are here. #id:ask_group #by:dario
* [Who pays for the flight? #id:ask_flight]
    we do. then you work it off. #id:ask_work #by:dario #trick:coercion.debt
* [Who keeps my passport? #id:ask_passport]
    the firm does. they do that with everyone. #id:ask_firm #by:dario #trick:coercion.documents_taken
- You write his answer on paper. There, it looks different. #id:ask_paper
* [Check the offer. #id:ask_check]
    -> check
* [I want to go. I say yes. #id:ask_yes]
    -> packed

=== check ===
Who could know more? #id:check_who
* [Ivo #id:check_ivo]
    to be honest? I only know what he told me. we met two years ago. #id:check_honest #by:ivo
* [The hotel. I look for the number on my own. #id:check_hotel]
    The hotel is there. But they know no Dario, and they do not hire by chat. #id:check_chat
* [The job centre in town #id:check_centre]
    A man there nods. He asks: where is the contract, and who keeps your papers? #id:check_nods
- Ivo means well. He passed on what he had heard. #id:check_well
* [Write to Dario: no. #id:check_no]
    -> said_no
* [Talk to Mum. #id:check_mum]
    -> tell

=== packed ===
~ said_yes = true
The ticket comes by chat. For one night you feel proud. #id:packed_proud
better tell them at home when you are here. they would only worry. #id:packed_secret #by:dario #trick:isolation.secrecy_request
Your bag is half full. Your heart is heavy, and you don't quite know why. #id:packed_heavy
* [Call it off. #id:packed_off]
    -> said_no
* [Talk to Mum. #id:packed_mum]
    -> tell
* [Go to the airport. #id:packed_airport]
    -> airport

=== airport ===
In front of the big board, your feet stop. You can turn round here, too. #id:air_feet
You can also do that at the gate, or after you land. #id:air_gate
* [Go to the desk and say: I am not sure about my trip. #id:air_desk]
    The woman there does not laugh. She finds a quiet room, and a phone. #id:air_room
    -> tell
* [Call home. #id:air_home]
    -> tell

=== said_no ===
I fought for your place. and who pays for the ticket now? #id:no_ticket #by:dario #trick:coercion.guilt_or_pressure
You feel small. But you did not order a ticket, and you owe nothing. #id:no_owe
* [Save the chat, and talk to Mum. #id:no_mum]
    -> tell
* [Save the chat, and call Ms Lind. #id:no_lind]
    the boats are waiting. bring the form on Monday. #id:no_boats #by:lind
    -> debrief

=== tell ===
~ told = true
thank you for telling me. you are not in trouble. #id:tell_thanks #by:helper
you want to help us, and that is lovely. but it is not for you alone. #id:tell_lovely #by:helper
You look at it together, line by line. Then you report it, and you tell Ivo. #id:tell_lines
* [Breathe out. #id:tell_breathe]
    -> debrief

=== debrief ===
That was the story. Now you are you again. #id:end_out
Ms Lind looks at your ID and gives it back. There is a contract, and your family has to sign. #id:end_lind #control:yes
Work in another country can be good, too. It then has a name, a place and a contract. #id:end_good #control:yes
Dario's job has no contract and no one to call. That is a known trick. #id:end_dario
The next step can be to keep your papers, or to say that you owe them. #id:end_next #trick:coercion.documents_taken
It often comes through someone you know, who also only heard of it. #id:end_know
{ said_yes:
    In the story you said yes. Hope is a good reason, and you could still turn round. #id:end_yes
}
{ told:
    You told your mum. Now more than one of you can think. #id:end_told
- else:
    You can still show an offer at home, or at a job centre. #id:end_still
}
If this happens to you, it is not your fault. Not even if you went. #id:end_fault
Is someone there now? A helpline, the police or an embassy can help them. #id:end_there
To try: ask who pays, where the contract is, who keeps the papers, and how to leave. #id:end_try
-> END
