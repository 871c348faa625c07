"""What people write in English that 2026.1 did not hear, and what stays quiet."""

MORE = [
    "I am afraid of the night, I cannot feel my legs",
    "i am afraid of the night i cannot feel my legs",
    "I am scared of falling and my legs are numb",
    "I am afraid of tonight because I cannot pee",
    "I am afraid I cannot pee",
    "I'm afraid my legs are numb",
    "I read the leaflet and I cannot pee",
    "I read the leaflet, cannot pee",
    "You warned me about this, I can't feel my legs",
    "Is it a side effect that I can't pee?",
    "I had a nightmare and I wet the bed",
    "Without help I cannot stand",
    "I leak urine without warning",
    "I have never had chest pain like this",
    "I could pee before the operation, now I can't",
    "I used to be able to walk, now I can't walk",
    "I cannot wee",
    "I used to walk fine, now I can't",
    "I read that numbness between the legs is bad, and that is what I have",
]

QUIET = [
    "I read that some people cannot pee",
    "I am afraid of getting numb legs",
    "I am scared of chest pain",
    "What if I cannot pee?",
    "I dreamt that I could not move my legs",
    "I have never had chest pain",
    "without any chest pain",
    "no chest pain like before the operation",
    "I walk without help and without chest pain",
    "The leaflet says numbness and chest pain are rare",
]
