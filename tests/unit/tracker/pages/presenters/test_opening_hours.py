import pytest

from tracker.pages.presenters.opening_hours import sentence

DAY = [["08:00", "17:00"]]


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (
            dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), DAY),
            "The team reads reports Monday to Friday, 8:00 to 17:00.",
        ),
        (
            {"mon": DAY, "tue": DAY, "thu": DAY},
            "The team reads reports Monday to Tuesday, 8:00 to 17:00; "
            "Thursday, 8:00 to 17:00.",
        ),
        (
            {"sat": [["09:00", "12:00"], ["13:00", "15:30"]]},
            "The team reads reports Saturday, 9:00 to 12:00 and 13:00 to 15:30.",
        ),
        ({}, "The team has not set its reading hours."),
        ({"mon": []}, "The team has not set its reading hours."),
    ],
)
def test_hours_become_one_sentence(hours: dict, words: str) -> None:
    assert sentence(hours) == words


def test_sentence_names_the_place_only_to_a_reader_elsewhere() -> None:
    hours = {"mon": [["08:00", "12:00"]]}
    zone = "America/New_York"

    here = sentence(hours, zone=zone, reader_zone=zone)
    elsewhere = sentence(hours, zone=zone, reader_zone="Asia/Tokyo")

    assert here == "The team reads reports Monday, 8:00 to 12:00."
    assert elsewhere == "The team reads reports Monday, 8:00 to 12:00 (New York time)."
