"""Agreements with every kind of party; the world's own with many of everything."""

from datetime import date
from types import SimpleNamespace

from partnerships.models import (
    Agreement,
    AgreementTheme,
    Amendment,
    Attendee,
    ChangeNote,
    Commitment,
    Party,
    Statement,
)
from tests.portal.crowd.bulk import bulk
from tests.world import day


def tie_agreements(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    bodies = (
        {"bureau": world.bureau},
        {"municipality": world.kushiro},
        {"prefecture": world.kushiro.prefecture},
        {"organization": world.organization},
    )
    bulk(Party, ({"agreement": a, **body} for a in crowd.agreements for body in bodies))
    bulk(Party, ({"agreement": world.agreement, "organization": o} for o in crowd.organizations))
    bulk(AgreementTheme, ({"agreement": a, "theme": world.theme} for a in crowd.agreements))
    bulk(AgreementTheme, ({"agreement": world.agreement, "theme": t} for t in crowd.themes))
    item = {"heading": "連携", "text": "支援", "level": "memorandum"}
    crowd.commitments = bulk(Commitment, ({"agreement": a, **item} for a in crowd.agreements))
    crowd.items = bulk(
        Commitment,
        ({"agreement": world.agreement, "parent": world.commitment, **item} for _ in crowd.plans),
    )
    for of in ({"agreement": world.agreement, "side": "both"}, {"bureau": world.bureau}):
        bulk(Statement, ({**of, "kind": "policy", "text": "方針"} for _ in crowd.agreements))
    bulk(Attendee, ({"ceremony": world.ceremony, "office": "市長"} for _ in crowd.agreements))
    _changes(world, crowd)
    Agreement.objects.filter(pk__in=[a.pk for a in crowd.agreements]).update(
        succeeds=world.agreement
    )


def _changes(world: SimpleNamespace, crowd: SimpleNamespace) -> None:
    """A renewal of each agreement, and amendments and renewals of the world's own."""
    renewed = {
        "kind": "renewal",
        "agreed_on": day("2021年5月20日"),
        "ends_on": day("2023年3月"),
        "text": "延長",
    }
    amended = {"agreement": world.agreement, "kind": "amendment", "text": "変更"}
    bulk(Amendment, ({"agreement": a, **renewed} for a in crowd.agreements))
    bulk(Amendment, ({"agreement": world.renewed, **renewed} for _ in crowd.agreements))
    bulk(Amendment, (amended for _ in crowd.agreements))
    noted = {"agreement": world.agreement, "noted_on": date(2021, 5, 31), "text": "訂正"}
    bulk(ChangeNote, (noted for _ in crowd.agreements))
