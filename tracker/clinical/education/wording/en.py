"""The cards in English: short sentences that a child of ten can read."""

from tracker.clinical.education.wording.words import CardWords

TOPICS = {
    "activity": "Moving",
    "medicines": "Medicines",
    "physical_therapy": "Physical therapy",
    "food_and_water": "Food and water",
    "sleep": "Sleep",
    "stress_and_support": "Stress and support",
    "posture": "Posture",
    "heat_and_cold": "Heat and cold",
    "immune_health": "Your immune system",
    "about_cell_therapy": "About cell therapy",
}

CARDS = {
    # Moving
    "rest_first": CardWords(
        "Rest comes first",
        "Rest for the first one to two days. Get up now and then, and lie down again"
        " when you like. Nothing more is needed today.",
    ),
    "short_walks": CardWords(
        "Short walks, often",
        "Get up and walk a little, several times a day. Five minutes are enough at"
        " first. Stop when your body tells you to.",
    ),
    "light_loads": CardWords(
        "Light tasks, light loads",
        "Small tasks at home are fine. Lift no more than your plan says. Do not bend"
        " or twist hard. Ask somebody to carry the shopping.",
    ),
    "desk_work": CardWords(
        "Back to a desk",
        "Many people go back to desk work around now. Half a day is a good start."
        " Stand up often and walk a few steps. Ask us first if your work is heavy.",
    ),
    "walk_more": CardWords(
        "A little more each week",
        "Add a few minutes to your walks each week. On some days you will do less, and"
        " that is fine. If you hurt clearly more the next day, go back one step.",
    ),
    "kind_moves": CardWords(
        "Kind ways to move",
        "Walking puts little load on your back. So does easy swimming, once your"
        " clinic allows the pool. Gentle yoga can suit you too. Start with a short"
        " time.",
    ),
    "what_can_wait": CardWords(
        "What can wait",
        "Running, jumping and heavy lifting can wait. Your plan says when they may"
        " begin. Start with little, and see how the next day feels.",
    ),
    "add_load": CardWords(
        "Adding load step by step",
        "Add one thing at a time: first longer walks, then heavier things. Stay at"
        " each step for some days. Then you know which step was too much.",
    ),
    "small_portions": CardWords(
        "Small portions of movement",
        "Ten minutes three times a day count as much as half an hour. Take the stairs."
        " Walk while you make a call. Choose what fits into your day.",
    ),
    "sport_in_steps": CardWords(
        "Sport in small steps",
        "Ask us or your therapist before you go back to a sport. Begin with half of"
        " what you did before. Leave a day between two hard days.",
    ),
    "keep_moving": CardWords(
        "Make it easy to keep moving",
        "It is easier to move with company or at a fixed time. Put your shoes beside"
        " the door. If you miss a day, go on the next day.",
    ),
    "chosen_activity": CardWords(
        "The activity you chose",
        "Think of the one thing you want to do again. Do a small part of it and see"
        " how the next day is. Tell us at your visit how it went.",
    ),
    # Medicines
    "agreed_medicine": CardWords(
        "Only the medicine we agreed on",
        "Take only the pain medicine that your clinic agreed to. Take it as you were"
        " told. Ask us before you add another one, also one without a prescription.",
    ),
    "leave_inflammation_medicine": CardWords(
        "Leave medicine against inflammation",
        "Some pain medicines also act against inflammation. Your clinic asks you to"
        " leave them for now. Ask us or a pharmacist when you are not sure. Do not"
        " stop a medicine that a doctor gave you before you have asked.",
    ),
    "strong_medicine": CardWords(
        "If you take a strong pain medicine",
        "Take it as agreed and not more. Do not mix it with alcohol or sleeping pills."
        " Talk with us before you stop, so that we can go down step by step.",
    ),
    "still_leave": CardWords(
        "Still no medicine against inflammation",
        "Your clinic sets the day when this time is over. Until you have heard that"
        " day from us, leave these medicines. If you took one, tell us.",
    ),
    "before_again": CardWords(
        "Before you take such a medicine again",
        "The time without medicine against inflammation may be over for you. Ask us"
        " before you take any. Your stomach, kidneys, heart and other medicines count"
        " too.",
    ),
    "medicine_list": CardWords(
        "A list of what you take",
        "Write down all you take: the name, how strong, how often. Add creams, herbs"
        " and what you buy without a prescription. Bring the list to each visit.",
    ),
    "medicine_review": CardWords(
        "Do you still need all of it?",
        "If your pain has changed, your medicine may change too. Ask us which one you"
        " still need. Do not stop on your own.",
    ),
    "other_doctor": CardWords(
        "When another doctor helps you",
        "Tell each doctor, dentist and pharmacist that you had a cell injection, and"
        " when. Show them your list of medicines. Tell us about what they give you.",
    ),
    "months_of_medicine": CardWords(
        "Pain medicine for months",
        "If you take a pain medicine on most days, let us look at it together. There"
        " may be other ways to help. Tell us also if it does not help you.",
    ),
    # Physical therapy
    "no_adjusting": CardWords(
        "No adjusting and no pulling yet",
        "Let nobody adjust, crack or pull your spine in the first four weeks. Before a"
        " massage or acupuncture, tell them about your procedure and ask us.",
    ),
    "therapy_start": CardWords(
        "Starting physical therapy",
        "Your clinic tells you when to start. Take your plan and the date of your"
        " procedure with you. Say what hurts and what you want to do again.",
    ),
    "home_exercises": CardWords(
        "Exercises at home",
        "A few minutes each day are easier to keep than an hour once a week. Do them"
        " when you brush your teeth or make coffee. Some pulling is common. With sharp"
        " pain, stop and ask.",
    ),
    "tell_therapist": CardWords(
        "Tell your therapist how it went",
        "Say how your back was on the day after a session. Then the next one can be"
        " easier or harder. Write each session into your check-in.",
    ),
    "other_classes": CardWords(
        "Yoga, Pilates and massage",
        "These can be pleasant beside your therapy. Tell the teacher about your back."
        " Leave out whatever hurts. Ask us before anybody adjusts your spine.",
    ),
    "keep_exercises": CardWords(
        "Exercises on good days too",
        "It is easy to forget exercises when your back is quiet. Keep two or three"
        " that you like. Do them on good days too, and rest when you are ill.",
    ),
    "on_your_own": CardWords(
        "When the sessions end",
        "Ask your therapist for a short plan for home. Ask which signs mean that you"
        " should come back. Keep the sheet where you see it.",
    ),
    # Food and water
    "drink_often": CardWords(
        "Drink through the day",
        "Keep a glass of water where you rest. Drink a little, often. If a doctor told"
        " you to drink less, keep to that.",
    ),
    "simple_meals": CardWords(
        "Simple meals",
        "Eat fruit, vegetables and whole grains. Beans, eggs or fish give protein."
        " Small meals are fine when you are not hungry.",
    ),
    "fish_nuts_seeds": CardWords(
        "Fish, nuts and seeds",
        "Oily fish, walnuts and flaxseed can be part of your meals. They are food and"
        " not a medicine. Ask us before you take capsules.",
    ),
    "colour": CardWords(
        "Colour on your plate",
        "Berries, green leaves, carrots, tomatoes: choose different colours. Frozen"
        " ones are as good as fresh. One more portion a day is a start.",
    ),
    "weight": CardWords(
        "Weight and your back",
        "A healthy weight takes load off your back. Slow changes are easier to keep."
        " If you lose weight without trying, tell us soon.",
    ),
    "gut": CardWords(
        "Food, gut and nerves",
        "Scientists study how food, the gut and the nerves act on each other. Much is"
        " not known yet. Mixed meals with plenty of fibre are a sensible choice. No"
        " diet takes the place of your care.",
    ),
    "water_when_active": CardWords(
        "Water on active days",
        "When it is warm or you move more, your body needs more water. Take a bottle"
        " with you. If a doctor told you to drink less, ask how much is right.",
    ),
    # Sleep
    "first_nights": CardWords(
        "The first nights",
        "Try your side with a pillow between your knees. Or lie on your back with a"
        " pillow under your knees. Turn when you need to. A bad night is common in the"
        " first days.",
    ),
    "steady_evening": CardWords(
        "The same time each evening",
        "Go to bed and get up at about the same time. Put the phone away half an hour"
        " before. Keep the room dark and a little cool.",
    ),
    "awake_at_night": CardWords(
        "When you lie awake",
        "If you cannot sleep for a while, get up and do something quiet. Go back when"
        " you are tired. If pain wakes you on most nights, tell us in your check-in.",
    ),
    "sleep_and_pain": CardWords(
        "Sleep and pain",
        "After a short night pain can feel stronger. Plan an easier day then. A nap of"
        " twenty minutes before three o'clock is fine.",
    ),
    "better_bed": CardWords(
        "Pillow and mattress",
        "There is no one right mattress for all backs. Choose what lets you lie well"
        " and turn over easily. A pillow can fill the gap at your neck.",
    ),
    # Stress and support
    "worry": CardWords(
        "It is all right to worry",
        "Waiting to see how things go can be hard. Tell somebody you trust. Write down"
        " your questions for us, so that you need not keep them in your head.",
    ),
    "slow_breathing": CardWords(
        "Slow breathing",
        "Breathe in and count to four. Breathe out and count to six. Do this for some"
        " minutes, sitting or lying. It can help you to become calm.",
    ),
    "ups_and_downs": CardWords(
        "Days up, days down",
        "One bad day does not undo the good ones. Look at the week and not at the"
        " hour. If it gets worse for several days, tell us.",
    ),
    "low_mood": CardWords(
        "When your mood stays low",
        "Pain and low mood can make each other worse. If you feel low on most days for"
        " two weeks, tell us. There is help for this. If you think of harming"
        " yourself, call the emergency number now.",
    ),
    "mindful_minute": CardWords(
        "One quiet minute",
        "Sit still and notice five things that you hear. When your thoughts run away,"
        " come back to the sounds. One minute is enough to begin.",
    ),
    "people": CardWords(
        "People who help",
        "Tell family or friends what helps you and what does not. A support group lets"
        " you hear how others live with back pain. Ask us if you do not know one.",
    ),
    "stress_in_the_body": CardWords(
        "Stress in the body",
        "Stress can make muscles tight. Drop your shoulders and open your hands. A"
        " short walk after a hard talk can do you good.",
    ),
    # Posture
    "getting_up": CardWords(
        "Getting out of bed",
        "Roll onto your side first. Let your feet slide over the edge. Push up with"
        " your arms. Take your time.",
    ),
    "sitting": CardWords(
        "Sitting, but not for long",
        "Stand up before your back gets stiff. For many that is every half hour. Put"
        " your feet flat on the floor. A small cushion behind the lower back can help.",
    ),
    "lifting": CardWords(
        "Lifting with care",
        "Stand close to the thing and bend your knees. Hold it near your body. Turn"
        " with your feet, not with your back. Lift no more than your plan says.",
    ),
    "next_posture": CardWords(
        "Change is better than perfect",
        "No way of sitting is right all day. Change it often: sit, stand, walk. Set a"
        " timer if you forget.",
    ),
    "driving": CardWords(
        "In the car",
        "Move the seat so that your knees stay bent. Stop on long trips and walk a few"
        " minutes. Step out with both feet first. Do not drive if a medicine makes you"
        " sleepy.",
    ),
    # Heat and cold
    "cold_ask": CardWords(
        "Cold: ask first",
        "Some clinics allow cold packs after the injection, some do not. Ask us before"
        " you use one. Do not put anything tight on the needle site.",
    ),
    "cold_allowed": CardWords(
        "Cold, if it does you good",
        "Your clinic allows cold. Hold a cold pack in a cloth on the sore place for"
        " ten minutes. Never put ice on bare skin or on skin that is numb.",
    ),
    "heat_ask": CardWords(
        "Heat: ask first",
        "Heat is not right for everybody after an injection. Ask us before you use a"
        " warm pad or take a hot bath. Do not lie on anything hot.",
    ),
    "heat_allowed": CardWords(
        "Gentle heat for tight muscles",
        "Your clinic allows heat. Use a warm pad in a cloth for fifteen minutes. Not"
        " on the needle site while it is sore, and not on skin that is numb. Do not"
        " fall asleep on it.",
    ),
    "warm_before_moving": CardWords(
        "Warm up before you move",
        "Your clinic allows heat. Ten minutes of warmth before exercises can loosen"
        " stiff muscles. Warm, not hot, is enough.",
    ),
    "heat_for_spasm": CardWords(
        "When a muscle cramps",
        "Lie down in a way that feels easy and breathe slowly. Your clinic allows"
        " heat, so a warm pad may help. If cramps are new or get worse, report them.",
    ),
    # Your immune system
    "clean_site": CardWords(
        "Keep the needle site clean",
        "Wash your hands before you touch it. Showers are fine; pat the place dry."
        " Wait with baths and pools until your clinic says yes.",
    ),
    "temperature": CardWords(
        "Why we ask for your temperature",
        "An infection can begin quietly. A reading tells us more than a feeling. Enter"
        " it also when it is normal. If you feel hot or shivery, measure again and"
        " tell us the same day.",
    ),
    "immune_medicine": CardWords(
        "Medicine for the immune system",
        "Some medicines change how your body fights germs. If you take one, small"
        " signs of an infection count more. Tell us when its dose changes. Do not stop"
        " it on your own.",
    ),
    "late_infection": CardWords(
        "Pain that comes back",
        "Pain that had eased and climbs again should be looked at. An infection can"
        " show weeks later, and without a fever. Report it the same day. Do not wait"
        " for your visit.",
    ),
    "nerves_awake": CardWords(
        "How pain keeps itself awake",
        "When pain lasts long, nerves can become more alert. Cells of the immune"
        " system around them take part. Scientists are still studying this. Your pain"
        " is real and not imagined.",
    ),
    "autoimmune": CardWords(
        "When joints are inflamed elsewhere",
        "Some illnesses make the immune system attack joints, also those of the spine."
        " If you have one, tell us about new stiffness or a red, sore eye. Keep your"
        " visits with that doctor.",
    ),
    "stay_well": CardWords(
        "Staying well",
        "Wash your hands, sleep enough, move each day. Ask us before a vaccine if you"
        " take a medicine for the immune system. If you smoke, ask us for help to"
        " stop.",
    ),
    "signs_that_count": CardWords(
        "Signs that always count",
        "Tell us at any time about fever, chills or weight that you lose without"
        " trying. With numbness between the legs, or trouble with your bladder or"
        " bowels, call the emergency number. This holds also months later.",
    ),
    # About cell therapy
    "sore_at_first": CardWords(
        "More sore at first",
        "Many people hurt more in the first days than before. This often settles"
        " within one to two weeks. If the pain is very strong or something new comes"
        " up, report it at once.",
    ),
    "what_is_known": CardWords(
        "What is known and what is not",
        "Studies of cell injections for the back do not agree with each other. People"
        " differ. Nobody can tell beforehand how it will be for you. So we look at"
        " your own days.",
    ),
    "little_change_yet": CardWords(
        "When little has changed yet",
        "Many people notice little in the first two months. This alone does not tell"
        " how it will go on. Write down your days as they are.",
    ),
    "what_helped": CardWords(
        "Why we do not say what helped",
        "Pain also changes with time, exercise, sleep and mood. In a study, people"
        " with a pretended injection often felt better too. So we note what changes,"
        " and not why.",
    ),
    "big_promises": CardWords(
        "When somebody promises a lot",
        "Some offers for cell treatments promise more than is known. Ask which cells,"
        " for which illness, and what was studied. Talk with us before you agree to"
        " more.",
    ),
    "your_own_line": CardWords(
        "Your own line",
        "On the Progress page you see your own days. Others had an easier or a harder"
        " way, and that says nothing about yours. Small steps count.",
    ),
    "six_months": CardWords(
        "At six months",
        "Now we can look together at what has changed and what has not. Bring your"
        " questions. If you hoped for more, tell us. Then we talk about what else"
        " there is.",
    ),
}
