from backend.accounts.models.clinic import Clinic
from backend.accounts.models.duty import DutyCover, DutyShift
from backend.accounts.models.invitation import Invitation
from backend.accounts.models.membership import Membership
from backend.accounts.models.user import User

__all__ = ["Clinic", "DutyCover", "DutyShift", "Invitation", "Membership", "User"]
