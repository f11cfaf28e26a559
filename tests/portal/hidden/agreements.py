"""Hidden organisations and agreements, and what only staff may read of a public agreement."""

from datetime import date
from types import SimpleNamespace

from organizations.models import OrganizationAlias, OrganizationLink, Representative
from partnerships.models import (
    AgreementTheme,
    Amendment,
    Attendee,
    Ceremony,
    ChangeNote,
    Party,
)
from tests.portal.hidden.secret import SECRET
from tests.world import commitment, renewal, statement


def tie_organizations(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    secret = hidden.organization
    OrganizationAlias.objects.create(organization=secret, kind="short", name=SECRET)
    hidden.representative = Representative.objects.create(
        organization=secret, office=SECRET, name=SECRET
    )
    hidden.links += [
        OrganizationLink.objects.create(of=of, kind="secretariat", organization=organization)
        for of, organization in ((world.network, secret), (secret, world.organization))
    ]
    world.network.parent = secret
    world.network.save()


def tie_agreements(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    secret = hidden.agreement
    hidden.commitment = commitment(secret, SECRET, SECRET)
    statement(secret, SECRET, side="both")
    ceremony = Ceremony.objects.create(agreement=secret, place=SECRET)
    Attendee.objects.create(ceremony=ceremony, office=SECRET)
    hidden.renewal = renewal(secret, "2020年4月", "2098年3月", text=SECRET)
    hidden.amendment = Amendment.objects.create(agreement=secret, kind="amendment", text=SECRET)
    ChangeNote.objects.create(agreement=secret, noted_on=date(2021, 5, 31), text=SECRET)
    party = Party.objects.create(agreement=world.agreement, organization=hidden.organization)
    attendee = Attendee.objects.create(ceremony=world.ceremony, party=party, office=SECRET)
    theme = AgreementTheme.objects.create(
        agreement=world.agreement, theme=hidden.theme, words=SECRET
    )
    hidden.links += [party, attendee, theme]
    world.earlier.succeeds = secret
    world.earlier.save()
    secret.signed_text = world.signed_text
    secret.save()
    _of_staff_only(world, hidden)


def _of_staff_only(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    """Public agreements with what is written for staff, and with a text that is hidden."""
    for public in (world.agreement, world.successor, world.renewed):
        public.signed_text = hidden.document
        public.partner_confirmed_on = date(2021, 5, 31)
        public.reference_number = f"{SECRET}第1号"
        public.decision_number = f"{SECRET}第2号"
        public.contact_notes = f"{SECRET}の連絡"
        public.save()
