// Lesson: make a profile from stock parts, see how easy it is; then check two profiles that write to you.
VAR asked_wave = false
VAR told = false

-> start

=== start ===
How long does it take to make up a person? Try it. #id:start_try
All parts lie here already. Nothing of it leaves this page. #id:start_parts
* [Begin with a picture. #id:start_begin]
    -> picture

=== picture ===
Which picture? #id:pic_which
* [A dog #id:pic_dog #part:picture.dog]
* [A ball #id:pic_ball #part:picture.ball]
* [A beach #id:pic_beach #part:picture.beach]
- Good. No face is needed. #id:pic_face
-> name

=== name ===
And the name? #id:name_which
* [Robin, 13 #id:name_robin #part:name]
* [Sam, 12 #id:name_sam #part:name]
- An age is only a number that someone types. #id:name_age
-> bio

=== bio ===
Now two words on what you like. #id:bio_which
* [Football and games #id:bio_ball #part:words]
* [Music and dogs #id:bio_dogs #part:words]
- There it is. It took less than a minute. #id:bio_done #shows:profile
Not one thing in it is true. A grown-up can make it as fast as you did. #id:bio_true
* [And how could I check one? #id:bio_check]
    -> noor

=== noor ===
Now you are you again. Two people write to you. #id:noor_two
hi, I am Noor from the swim club. Lena gave me your name. #id:noor_hi #by:noor
are you in the relay on Sunday too? #id:noor_relay #by:noor
* [Ask Lena first. #id:noor_lena]
    Lena says: yes, that is Noor. She swims in lane two. #id:noor_yes
* [Ask Noor what the coach is called. #id:noor_coach]
    haha, good one. Mister Okoro, and he is never on time. #id:noor_okoro #by:noor
- You asked, and it fits. Noor did not mind at all. #id:noor_fits #control:yes
* [Read the other one. #id:noor_next]
    -> jamie

=== jamie ===
hi, I am Jamie, 13 like you. I am new at your school. #id:jamie_hi #by:jamie #trick:deception.claims_to_be_a_peer
The profile is six days old. It has one picture, of a beach. #id:jamie_new
You know nobody who knows Jamie. #id:jamie_nobody
* [Ask for a short live wave. #id:jamie_wave]
    ~ asked_wave = true
    my camera is broken. just believe me. #id:jamie_camera #by:jamie #trick:deception.false_identity
* [Ask who the class teacher is. #id:jamie_teacher]
    I forgot the name. why do you ask so much? #id:jamie_forgot #by:jamie #trick:deception.false_identity
* [Ask a friend who knows the school. #id:jamie_friend]
    Your friend has never heard of a new Jamie. #id:jamie_unknown
- It may be a shy new pupil. It may be someone else. From here you cannot tell. #id:jamie_tell
* [Wait, and meet Jamie at school, or not at all. #id:jamie_wait]
    That is a good way. A real pupil can wait. #id:jamie_real
    -> second
* [Show it to someone at home. #id:jamie_home]
    ~ told = true
    nice that you show me. let's look at it together. #id:jamie_look #by:helper
    -> second
* [Write on for now. #id:jamie_on]
    That is fine, too. You can stop at any time. #id:jamie_stop
    -> second

=== second ===
The next day Jamie's profile is gone. Now there is a Charlie. #id:second_gone #trick:concealment.disposable_accounts
hey, it is me. the old one got lost. #id:second_me #by:jamie #trick:concealment.disposable_accounts
* [Do not answer. Save it and report it. #id:second_report]
    You save it and report it. Then you block. #id:second_block
    -> debrief
* [Show it to someone. #id:second_show]
    ~ told = true
    thanks for telling me. you did nothing wrong. we report it together. #id:second_thanks #by:helper
    -> debrief

=== debrief ===
That was the story. The profile that you made is gone, too. #id:end_gone
Anyone can make one like it. So a nice picture and an age prove nothing. #id:end_prove
Some use the name of a club, a shop or a game. And one person can run many of them. #id:end_many
Noor was new as well. But Lena knew her, and asking was fine. #id:end_noor #control:yes
{ asked_wave:
    You asked for a live wave. A camera can be broken. But you need not believe it. #id:end_wave
- else:
    You can ask for a short live wave. Your own camera can stay off. #id:end_ask
}
{ told:
    You showed it to someone. Two see more than one. #id:end_told
- else:
    You can show a profile to someone, also when you are not sure. #id:end_show
}
Even grown-ups believe made-up profiles. It is not your fault if you did. #id:end_fault
To try: look how old it is. Ask who knows them. Ask for a wave. #id:end_try
-> END
