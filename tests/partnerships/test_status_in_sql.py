"""`with_status` says in SQL what `rules.status_on` says: all combinations, every boundary day."""

from datetime import date, timedelta
from itertools import count, product
from types import SimpleNamespace

import pytest
from django.db import transaction

from common.stated_dates import StatedDate
from editorial.models import State
from partnerships.models import Agreement, Amendment
from partnerships.rules import Facts, Status, status_on
from tests.world import COMING, DRAFT, NOW, OPENED, bureau, day

NOT_STATED = StatedDate("", None, None, "not_stated")
AT_AN_EVENT = StatedDate("認定の日から", None, None, "confirmed")

DROPPED = [None, date(2021, 4, 25)]
ENDED = [None, date(2021, 8, 10)]
ENDS = [None, day("2021年6月末", "planned"), day("2021年9月"), AT_AN_EVENT]
PLANNED = [None, day("2021年4月22日", "planned"), day("2021年5月", "planned"), NOT_STATED]
SIGNED = [None, day("2021年4月22日"), day("2021年5月"), day("2021年10月1日"), NOT_STATED]
SUCCESSORS = [
    [],
    [{"starts_on": day("2021年7月")}],
    [{"signed_on": day("2021年9月1日")}],
    [{"starts_on": day("2021年12月1日"), "signed_on": day("2021年9月1日")}],
    [{"signed_on": day("2021年7月1日"), **DRAFT}],
    [{"signed_on": day("2021年7月1日"), **COMING}],
    [{"starts_on": day("2021年7月1日"), "dropped_on": date(2021, 7, 20)}],
    [{"starts_on": NOT_STATED, "signed_on": AT_AN_EVENT}],
    [{"signed_on": day("2021年9月1日")}, {"starts_on": day("2021年7月15日")}],
]
# When it was agreed, and until when; the database has no renewal without a day.
RENEWALS = [
    [],
    [(day("2021年6月10日"), day("2021年11月末", "planned"))],
    [(day("2021年6月"), AT_AN_EVENT)],
    [(day("2021年6月10日"), day("2021年11月末")), (day("2021年8月20日"), day("2021年7月10日"))],
    [(day("2021年8月20日"), day("2021年12月")), (day("2021年6月10日"), day("2021年8月1日"))],
    [(day("2021年6月10日"), day("2021年8月1日")), (day("2021年6月10日"), day("2021年11月末"))],
]


def cases(*, successors=SUCCESSORS, renewals=RENEWALS, planned=PLANNED):
    return [
        SimpleNamespace(
            dropped=dropped,
            ended=ended,
            ends=ends,
            planned=plan,
            signed=signed,
            successors=rows,
            renewals=renewed,
        )
        for dropped, ended, ends, plan, signed, rows, renewed in product(
            DROPPED, ENDED, ENDS, planned, SIGNED, successors, renewals
        )
        if not (dropped and (ended or (signed and signed.interval)))  # the database refuses both
    ]


CASES = [
    *cases(renewals=RENEWALS[:1]),
    *cases(renewals=RENEWALS[1:], successors=SUCCESSORS[:2], planned=PLANNED[:1]),
]


def boundaries():
    """Each end of each date above, with the day before and the day after."""
    stated = [value for rows in SUCCESSORS for row in rows for value in row.values()]
    stated += [value for rows in RENEWALS for row in rows for value in row]
    dates = [*DROPPED, *ENDED, *ENDS, *PLANNED, *SIGNED, *stated]
    ends = {end for d in dates if isinstance(d, StatedDate) and d.interval for end in d.interval}
    ends |= {d for d in dates if type(d) is date}
    return sorted({end + timedelta(days=near) for end in ends for near in (-1, 0, 1)})


def agreement(slug, **values):
    plain = {"kind": "memorandum", "display_title": slug, "announced_on": day("2021年3月")}
    published = {"state": State.PUBLISHED, "publish_at": OPENED, "slug": slug, "bureau": bureau()}
    return Agreement(**{**plain, **published, **values})


@pytest.fixture(scope="module")
def agreements(django_db_setup, django_db_blocker):
    """The agreement of each case, in their order."""
    with django_db_blocker.unblock(), transaction.atomic():
        number = count()
        made = [
            agreement(
                f"a-{next(number)}",
                dropped_on=case.dropped,
                ended_on=case.ended,
                ended_reason="目的を達した" if case.ended else "",
                ends_on=case.ends,
                planned_signing_on=case.planned,
                signed_on=case.signed,
            )
            for case in CASES
        ]
        Agreement.objects.bulk_create(made)
        Agreement.objects.bulk_create(
            agreement(f"s-{next(number)}", succeeds=before, **values)
            for before, case in zip(made, CASES, strict=True)
            for values in case.successors
        )
        Amendment.objects.bulk_create(
            Amendment(agreement=one, kind="renewal", text="延長", agreed_on=agreed, ends_on=ends)
            for one, case in zip(made, CASES, strict=True)
            for agreed, ends in case.renewals
        )
        Amendment.objects.bulk_create(
            Amendment(agreement=one, kind="amendment", text="変更", agreed_on=day("2021年9月"))
            for one in made
        )
        yield made
        transaction.set_rollback(True)


def facts(case, on):
    """What the rule is told: of the successors, the first that is public and not dropped; of the
    renewals agreed by then, the latest, and of those of one day the one registered last."""
    effects = [
        row["starts_on"] if row.get("starts_on", NOT_STATED).last else row["signed_on"]
        for row in case.successors
        if row.get("publish_at", OPENED) is not None and row.get("publish_at", OPENED) <= NOW
        if row.get("dropped_on", date.max) > on
    ]
    known = sorted((effect for effect in effects if effect.last), key=lambda effect: effect.last)
    renewals = [(agreed.last, ends) for agreed, ends in case.renewals if agreed.last <= on]
    renewals.sort(key=lambda renewal: renewal[0])
    return Facts(
        dropped_on=case.dropped,
        succeeded=known[0] if known else None,
        ended_on=case.ended,
        ends=case.ends,
        extended=renewals[-1][1] if renewals else None,
        planned=case.planned,
        signed=case.signed,
    )


@pytest.mark.parametrize("on", boundaries(), ids=str)
def test_the_database_says_what_the_rule_says(agreements, db, on):
    said = dict(Agreement.objects.with_status(on, NOW).values_list("pk", "status"))
    wrong = [
        (case, said[row.pk])
        for row, case in zip(agreements, CASES, strict=True)
        if said[row.pk] != status_on(facts(case, on), on)
    ]
    assert not wrong, f"{len(wrong)} of {len(CASES)}, such as {wrong[0]}"


def test_the_cases_reach_every_status():
    assert {status_on(facts(case, on), on) for case in CASES for on in boundaries()} == set(Status)
