"""Projects, plans and programmes as they are searched."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from portal.searched.monitored import monitored
from portal.searched.texts import bodies, dates, fields, outline
from projects.models import (
    Activity,
    ActivityParticipant,
    Plan,
    PlanMaker,
    PlanParticipant,
    PlanRole,
    Programme,
    ProgrammeProvider,
    ProgrammeUse,
    Project,
    ProjectBody,
)
from search.registry import Entry, Text


def projects(now: datetime) -> Iterable[Entry]:
    """With what was done, and who took part: no names of persons."""
    rows = Project.objects.public(now).prefetch_related(
        Prefetch("activities", with_participants(now)),
        Prefetch("bodies", ProjectBody.objects.with_public_body(now).with_bodies()),
    )
    watched = monitored("project", now)
    for row in rows:
        done = list(row.activities.all())
        yield Entry(
            row,
            str(row),
            names=fields(row, "title", "kana"),
            texts=[
                *fields(row, "summary"),
                *outline(done),
                *(found for one in done for found in _activity(one)),
                *bodies(row.bodies.all()),
                *watched[row.pk],
            ],
        )


def with_participants(now: datetime) -> Any:
    """Activities with the public bodies that took part in them."""
    participants = ActivityParticipant.objects.with_public_body(now).with_bodies()
    return Activity.objects.prefetch_related(Prefetch("participants", participants))


def _activity(row: Activity) -> list[Text]:
    taking_part = row.participants.all()
    fields_of_work = [found for one in taking_part for found in fields(one, "field")]
    return [
        *fields(row, "output"),
        *bodies(taking_part),
        *fields_of_work,
        *dates(row, row._meta.verbose_name),
    ]


def plans(now: datetime) -> Iterable[Entry]:
    """With their outline, fields, roles, targets and reviews."""
    participants = PlanParticipant.objects.with_public_body(now).with_bodies()
    rows = Plan.objects.public(now).prefetch_related(
        "sections",
        "fields",
        Prefetch("makers", PlanMaker.objects.with_public_body(now).with_bodies()),
        Prefetch(
            "participants",
            participants.prefetch_related(Prefetch("roles", PlanRole.objects.public(now))),
        ),
    )
    watched = monitored("plan", now)
    return (_plan(row, watched[row.pk]) for row in rows)


def _plan(row: Plan, watched: list[Text]) -> Entry:
    taking_part = list(row.participants.all())
    return Entry(
        row,
        str(row),
        about=row.get_stage_display(),
        names=fields(row, "title", "kana"),
        texts=[
            *fields(row, "summary", "area", "legal_basis"),
            *outline(row.sections.all()),
            *(found for one in row.fields.all() for found in fields(one, "text", "resource")),
            *bodies(row.makers.all()),
            *bodies(taking_part),
            *(f for one in taking_part for role in one.roles.all() for f in fields(role, "text")),
            *watched,
            *dates(row),
        ],
    )


def programmes(now: datetime) -> Iterable[Entry]:
    """With who runs them, and who used them for what."""
    providers = ProgrammeProvider.objects.with_public_body(now).with_bodies()
    uses = ProgrammeUse.objects.public(now).with_bodies()
    rows = Programme.objects.public(now).prefetch_related(
        Prefetch("providers", providers), Prefetch("uses", uses)
    )
    for row in rows:
        used = list(row.uses.all())
        yield Entry(
            row,
            str(row),
            about=row.get_kind_display(),
            names=fields(row, "name", "kana"),
            texts=[
                *fields(row, "summary", "frequency"),
                *bodies(row.providers.all()),
                *(found for one in used for found in fields(one, "title")),
                *bodies(used),
            ],
        )
