"""Projects, plans and programmes as they are searched."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch

from portal.searched.texts import bodies, fields, outline
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
    participants = ActivityParticipant.objects.with_public_body(now).with_bodies()
    activities = Activity.objects.prefetch_related(Prefetch("participants", participants))
    rows = Project.objects.public(now).prefetch_related(
        Prefetch("activities", activities),
        Prefetch("bodies", ProjectBody.objects.with_public_body(now).with_bodies()),
    )
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
            ],
        )


def _activity(row: Activity) -> list[Text]:
    taking_part = row.participants.all()
    fields_of_work = [found for one in taking_part for found in fields(one, "field")]
    return [*fields(row, "output"), *bodies(taking_part), *fields_of_work]


def plans(now: datetime) -> Iterable[Entry]:
    """With their outline, fields and roles."""
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
    return map(_plan, rows)


def _plan(row: Plan) -> Entry:
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
