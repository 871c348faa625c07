"""Plants a demo clinic through the product's own actions, as if it had happened."""

from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import transaction

from backend.accounts import actions as accounts
from backend.accounts import duty_actions
from backend.accounts import queries as people
from backend.accounts.models import Clinic, User
from backend.accounts.roles import Role
from backend.accounts.roster import BACKUP, FIRST
from backend.common import clock
from tracker.actions import (
    enrolment,
    invitations,
    overdue_questionnaires,
    protocols,
)
from tracker.actions.enrolment import EnrolmentDetails
from tracker.actions.episodes import ProcedureDetails
from tracker.demo import courses
from tracker.demo.courses import Course
from tracker.demo.days import Life, live
from tracker.demo.past import at
from tracker.demo.people import PASSWORD, DemoClinic, known_id
from tracker.demo.stories import STORIES, Story
from tracker.queries import consent_texts

SEED = 20261121
JOB = "demo"
ENROLLED_BEFORE = timedelta(days=6)
ROUTES = (("intradiscal",), ("intradiscal", "facet"), ("facet",), ("epidural",))
LEVELS = (("L4-L5",), ("L5-S1",), ("L4-L5", "L5-S1"), ("L3-L4",))
SOURCES = ("bone_marrow_concentrate", "bone_marrow_cultured", "adipose_svf")


@transaction.atomic
def plant(demo: DemoClinic) -> bool:
    """The whole clinic or nothing; False if it is there already."""
    if Clinic.objects.filter(pk=demo.id).exists():
        return False
    clinic = Clinic.objects.create(
        id=demo.id,
        name=demo.name,
        slug=demo.slug,
        country=demo.country,
        zone=demo.zone,
        phone=demo.phone,
    )
    staff = _hire(demo, clinic)
    _put_on_duty(clinic, by=staff[Role.LEAD])
    protocols.ensure_default(clinic)
    for number, (name, day) in enumerate(zip(demo.patients, demo.days, strict=True)):
        live(_begin(demo, clinic, staff, number, name, day))
    overdue_questionnaires.recount()
    return True


def _hire(demo: DemoClinic, clinic: Clinic) -> dict[Role, User]:
    password = make_password(PASSWORD)
    hired: dict[Role, User] = {}
    for person in demo.staff:
        user = User.objects.create(
            id=known_id(person.email),
            email=person.email,
            name=person.name,
            zone=demo.zone,
            password=password,
        )
        accounts.grant_role(
            user=user,
            clinic=clinic,
            role=person.role,
            by=JOB,
            contact_order=person.contact_order,
        )
        hired.setdefault(person.role, user)
    return hired


def _put_on_duty(clinic: Clinic, *, by: User) -> None:
    """Days of the week, then nights and weekends, then who backs up at all hours."""
    handlers = [member.pk for member in people.alert_handlers(clinic)]
    first, night, backup = handlers[0], handlers[1], handlers[-1]
    for member, weekdays, starts, ends, rank in (
        (first, range(5), time(8), time(17), FIRST),
        (night, range(5), time(17), time(8), FIRST),
        (night, (5, 6), time(8), time(8), FIRST),
        (backup, range(7), time(0), time(0), BACKUP),
    ):
        duty_actions.add_shift(
            clinic=clinic,
            by=by,
            member=member,
            weekdays=weekdays,
            starts=starts,
            ends=ends,
            rank=rank,
        )


def _begin(
    demo: DemoClinic,
    clinic: Clinic,
    staff: dict[Role, User],
    number: int,
    name: str,
    day: int,
) -> Life:
    """Enrolled some days before the procedure, and let in by the own link."""
    random = Random(f"{SEED}/{demo.slug}/{number}")
    story = STORIES.get(name, Story())
    course = story.course(courses.draw(random))
    day_0 = clock.local_today(demo.zone) - timedelta(days=day)
    morning = datetime.combine(
        day_0 - ENROLLED_BEFORE, time(10, number % 60), tzinfo=ZoneInfo(demo.zone)
    )
    details = _details(demo, name, story, course, day_0, random)
    by = staff[Role.CLINICIAN]
    with at(morning):
        done = enrolment.enrol(
            clinic=clinic, by=staff[Role.COORDINATOR], details=details
        )
    if story.can_sign_in:
        with at(morning + timedelta(minutes=12)):
            by = invitations.accept(
                token=done.link.rpartition("/")[2],
                email=details.email,
                zone=demo.zone,
                locale=demo.locale,
                agreed_to=consent_texts.current(clinic, demo.locale).digest,
            )
    episode = done.patient.episodes.get()
    return Life(
        demo, name, day, story, course, random, episode, by, staff[Role.CLINICIAN]
    )


def _details(
    demo: DemoClinic,
    name: str,
    story: Story,
    course: Course,
    day_0: date,
    random: Random,
) -> EnrolmentDetails:
    return EnrolmentDetails(
        name=name,
        date_of_birth=date(random.randint(1946, 1988), random.randint(1, 12), 15),
        procedure=ProcedureDetails(
            performed_on=day_0,
            routes=random.choice(ROUTES),
            levels=random.choice(LEVELS),
            guidance="fluoroscopy",
            cell_source=random.choice(SOURCES),
            product="Demo cell product",
            lot=f"D-{day_0:%y%m}",
        ),
        baseline_pain=round(course.baseline, 1),
        profile_facts=story.facts,
        known_symptoms=story.known,
        email=demo.email_of(name),
        phone=demo.phone,
        sex=random.choice(("female", "male")),
    )
