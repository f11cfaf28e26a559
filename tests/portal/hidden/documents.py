"""A hidden document that speaks of public records, and a public one that speaks of hidden ones."""

from types import SimpleNamespace
from typing import Any

from sources.models import AreaFact, Claim, DocumentGap, DocumentIssuer, GlossaryTerm
from tests.portal.hidden.secret import SECRET
from tests.world import PLACE, pointing_at


def tie_document(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    secret = hidden.document
    DocumentIssuer.objects.create(document=secret, bureau=world.bureau)
    DocumentGap.objects.create(document=secret, place=PLACE, description=SECRET)
    GlossaryTerm.objects.create(document=secret, term="人材", expansion=SECRET)
    _area_facts(world, hidden)
    for row in (world.agreement, world.project, world.activity, world.plan, world.indicator):
        _claim(secret, row)
    issuer = DocumentIssuer.objects.create(
        document=world.document, organization=hidden.organization
    )
    hidden.links.append(issuer)
    for row in (hidden.agreement, hidden.project, hidden.plan, *hidden.links):
        _claim(world.document, row)


def _area_facts(world: SimpleNamespace, hidden: SimpleNamespace) -> None:
    """Of a hidden document, and of a hidden organisation; a public fact is compared with both."""
    told = {"kind": "industry", "text": SECRET}
    hidden.fact = AreaFact.objects.create(
        document=hidden.document,
        municipality=world.kushiro,
        compared_with=world.fact_in_numbers,
        **told,
    )
    of_hidden = AreaFact.objects.create(
        document=world.document, organization=hidden.organization, **told
    )
    hidden.links.append(of_hidden)
    for public, other in ((world.fact, hidden.fact), (world.fact_elsewhere, of_hidden)):
        public.compared_with = other
        public.save()


def _claim(by: Any, row: Any) -> None:
    Claim.objects.create(
        **pointing_at(row, ""), document=by, words=SECRET, said_by=SECRET, ranked_within="all"
    )
