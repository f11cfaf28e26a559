"""What is on file about the items of agreements, counted in three kinds that exclude each other."""

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.charts import Chart, Entry, Part, bars
from editorial.models import public_at
from partnerships.items import branches
from partnerships.models import Agreement, Commitment
from partnerships.querysets import SPAN_DATES
from portal.statistics import Figure
from projects.models import ActivityState, CommitmentProject

BEGUN, PLANNED, NONE = "begun", "planned", "none"
KINDS = {
    BEGUN: gettext_lazy("開始・実施・達成を記した資料がある事項"),
    PLANNED: gettext_lazy("予定の記載のみの事項"),
    NONE: gettext_lazy("取組を記した資料が未登録の事項"),
}
LOOKS = {BEGUN: "whole", PLANNED: "part", NONE: "none"}


class Items:
    """The items of public agreements that have none below; `agreement`: of this slug alone.

    An item is told of by the activities of the public projects linked to it, or to one above it:
    begun, if one of them is more than planned.
    """

    def __init__(self, now: datetime, agreement: str = "") -> None:
        self.agreement = agreement
        links = CommitmentProject.objects.public(now).order_by()
        told = set(
            links.filter(project__activities__isnull=False).values_list(
                "commitment", "project__activities__state"
            )
        )
        self.public = Commitment.objects.filter(public_at(now, "agreement__"))
        rows = list(self.public.order_by(*_as_printed()).select_related("agreement").only(*READ))
        parents = [(row.pk, row.parent_id) for row in rows]
        above = {parent for _item, parent in parents}
        on_file = branches((item for item, _state in told), parents)
        begun = branches((i for i, state in told if state != ActivityState.PLANNED), parents)
        self.kinds: dict[int, str] = {}
        self.counted: dict[Agreement, Counter[str]] = defaultdict(Counter)
        for row in rows:
            if row.pk not in above and agreement in ("", row.agreement.slug):
                kind = BEGUN if row.pk in begun else PLANNED if row.pk in on_file else NONE
                self.kinds[row.pk] = kind
                self.counted[row.agreement][kind] += 1

    def asked(self, kind: str) -> Any:
        """Those of a kind; all of them for anything else."""
        keys = [key for key, found in self.kinds.items() if kind == found or kind not in KINDS]
        return self.public.filter(pk__in=keys).order_by(*_as_printed())

    def figures(self) -> dict[str, Figure]:
        """All of them, then each kind."""
        counted = Counter(self.kinds.values())
        kinds = {kind: self._figure(label, counted[kind], kind) for kind, label in KINDS.items()}
        return {"all": self._figure(_("事項のすべて"), len(self.kinds)), **kinds}

    def by_agreement(self) -> list[Figure]:
        """Agreement by agreement, the latest first, with a part for each kind."""
        return [self._of(str(one), counted, one.slug) for one, counted in self.counted.items()]

    def of_all(self) -> Figure:
        return self._of(_("計"), Counter(self.kinds.values()), self.agreement)

    def chart(self, label: str) -> Chart:
        """One bar of the three kinds."""
        counted = Counter(self.kinds.values())
        words = _("{count}件").format(count=len(self.kinds))
        return bars([Entry(label, words, [Part(counted[k], look) for k, look in LOOKS.items()])])

    def _of(self, label: str, counted: Counter[str], slug: str | None) -> Figure:
        parts = tuple(
            self._figure(f"{label} {name}", counted[kind], kind, slug)
            for kind, name in KINDS.items()
        )
        return self._figure(label, counted.total(), "", slug, parts)

    def _figure(
        self,
        label: Any,
        count: int,
        kind: str = "",
        slug: str | None = None,
        parts: tuple[Figure, ...] = (),
    ) -> Figure:
        asked = {"activities": kind, "agreement": slug or self.agreement}
        query = urlencode({name: value for name, value in asked.items() if value})
        url = reverse("statistics-items")
        return Figure(str(label), count, f"{url}?{query}" if query else url, parts=parts)


# Of the rows that are counted: no texts.
READ = ("parent", "agreement__slug", "agreement__display_title", "agreement__title_en")


def _as_printed() -> list[Any]:
    """Agreement by agreement, the latest first, and there as far as may be in the tree's order."""
    dates = (f"agreement__{name}_first" for name in SPAN_DATES.values())
    levels = ("parent__parent__order", "parent__order")
    orders = [F(level).asc(nulls_first=True) for level in levels]
    return [Coalesce(*dates).desc(nulls_last=True), "agreement_id", *orders, "order", "pk"]
