"""Who lives in the demo: two clinics, their staff, sixty patients."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from backend.accounts.roles import Role

NAMESPACE = UUID("5b3f2a0e-7a57-4f0b-9d5b-0c9f6d2f1a11")
PASSWORD = "cairn-demo-2026"


@dataclass(frozen=True, slots=True)
class DemoStaff:
    name: str
    email: str
    role: Role
    contact_order: int = 1


@dataclass(frozen=True, slots=True)
class DemoClinic:
    """One clinic, its people, and the days its patients live today."""

    slug: str
    name: str
    country: str
    zone: str
    phone: str
    locale: str
    domain: str
    staff: tuple[DemoStaff, ...]
    patients: tuple[str, ...]
    days: tuple[int, ...]

    @property
    def id(self) -> UUID:
        return known_id(self.slug)

    def email_of(self, patient: str) -> str:
        return f"{patient.lower().replace(' ', '.')}@{self.domain}"


def known_id(*parts: object) -> UUID:
    """The same UUID for the same thing on every machine."""
    return uuid5(NAMESPACE, "/".join(str(part) for part in parts))


HUDSON = DemoClinic(
    slug="hudson-spine",
    name="Hudson Spine Clinic",
    country="US",
    zone="America/New_York",
    phone="+1 212 555 0140",
    locale="en",
    domain="hudson.example",
    staff=(
        DemoStaff("Ada Reyes", "ada@hudson.example", Role.CLINICIAN),
        DemoStaff("Ken Ito", "ken@hudson.example", Role.CLINICIAN, 2),
        DemoStaff("Cleo Park", "cleo@hudson.example", Role.COORDINATOR),
        DemoStaff("Lena Fox", "lena@hudson.example", Role.LEAD, 3),
        DemoStaff("Max Lund", "max@hudson.example", Role.ADMINISTRATOR),
    ),
    patients=(
        "Ana Ruiz", "Marcus Okoro", "June Lind", "Pat Alvarez", "Rosa Delgado",
        "Theo Grant", "Ines Moreau", "Walter Novak", "Priya Nair", "Sam Whitaker",
        "Dolores Quinn", "Henry Osei", "Mei Tanaka", "Frank Dunne", "Olga Petrov",
        "Luis Herrera", "Grace Adeyemi", "Paul Fischer", "Nadia Rahman", "Earl Jensen",
        "Sofia Conti", "Ben Carver", "Yara Haddad", "Carl Lindqvist", "Ruth Steiner",
        "Omar Farouk", "Ellen Brandt", "Victor Sato", "Hana Kim", "Joe Marsh",
        "Lucia Romano", "Amir Shah", "Doris Webb", "Noel Baptiste", "Tess Morgan",
        "George Papas",
    ),
    days=(
        9, 6, 33, 22, 101, 24, 19, 2, 4, 11, 13, 1, 8, 14, 3, 12, 17, 20, 26, 29,
        31, 35, 38, 41, 47, 55, 63, 78, 88, 120, 140, 160, 178, 210, 290, -3,
    ),
)  # fmt: skip
SPREE = DemoClinic(
    slug="spree-ruecken",
    name="Rückenzentrum an der Spree",
    country="DE",
    zone="Europe/Berlin",
    phone="+49 30 5550140",
    locale="en",
    domain="spree.example",
    staff=(
        DemoStaff("Bo Weber", "bo@spree.example", Role.CLINICIAN),
        DemoStaff("Jana Vogt", "jana@spree.example", Role.CLINICIAN, 2),
        DemoStaff("Mila Kurz", "mila@spree.example", Role.COORDINATOR),
        DemoStaff("Karin Roth", "karin@spree.example", Role.LEAD, 3),
        DemoStaff("Uwe Adam", "uwe@spree.example", Role.ADMINISTRATOR),
    ),
    patients=(
        "Quin Vogel", "Anke Sommer", "Dieter Kranz", "Elif Yilmaz", "Gerd Baumann",
        "Heike Lorenz", "Ingo Paulsen", "Jutta Brand", "Kemal Aydin", "Lore Engel",
        "Manfred Busch", "Nele Hartig", "Otto Reimann", "Petra Sauer", "Rolf Tiedemann",
        "Sabine Kuhn", "Thea Wolff", "Ulf Jansen", "Vera Hoppe", "Wim Dekker",
        "Xenia Moser", "Yusuf Kaya", "Zita Falk", "Erna Kolbe",
    ),
    days=(
        9, 5, 16, 23, 30, 37, 40, 3, 10, 14, 44, 52, 70, 84, 95, 115, 133, 150, 170,
        181, 200, 250, 330, 0,
    ),
)  # fmt: skip
CLINICS = (HUDSON, SPREE)
