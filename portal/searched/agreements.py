"""Agreements and themes as they are searched."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Prefetch
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.stated_dates import show
from partnerships.models import Agreement, AgreementTheme, Attendee, Ceremony, Party, Theme
from portal.searched.monitored import monitored
from portal.searched.projects import with_participants
from portal.searched.texts import bodies, dates, fields, outline, text
from projects.models import AgreementProject, Project
from search.registry import Entry, Text


def agreements(now: datetime) -> Iterable[Entry]:
    """With what was agreed, why, when, with whom, who signed; the latest first."""
    public = Agreement.objects.public(now).with_status(timezone.localdate(now), now).with_span()
    rows = public.order_by(F("span_first").desc(nulls_last=True), "pk").prefetch_related(
        Prefetch("parties", Party.objects.with_public_body(now).with_bodies()),
        Prefetch("theme_links", AgreementTheme.objects.public(now).select_related("theme")),
        Prefetch("project_links", AgreementProject.objects.public(now).select_related("project")),
        Prefetch("project_links__project__activities", with_participants(now)),
        "statements",
        "commitments",
        "amendments",
        "ceremonies",
        Prefetch("ceremonies__attendees", Attendee.objects.public(now)),
    )
    watched = monitored("agreement", now)
    return (_agreement(row, watched[row.pk]) for row in rows)


def _agreement(row: Agreement, watched: list[Text]) -> Entry:
    english = get_language() == "en"
    names = ("display_title", "official_title", "title_en")
    return Entry(
        row,
        (english and row.title_en) or row.display_title,
        about=_about(row),
        status=(row.status, row.status_label),
        names=fields(row, *names),
        texts=[
            *fields(row, "headline", "renewal_terms", "ended_reason"),
            *(fields(row, "summary_en") if english else ()),
            *bodies(row.partners, _("連携する自治体・機関")),
            *bodies((party for party in row.parties.all() if party.bureau_id), _("経済産業局")),
            *(found for link in row.theme_links.all() for found in _theme(link)),
            *outline(row.commitments.all()),
            *outline(row.statements.all()),
            *(found for link in row.project_links.all() for found in _project(link.project)),
            *(found for one in row.amendments.all() for found in fields(one, "text")),
            *watched,
            *reversed(dates(row)),  # where both hold, 締結日 is told before 締結予定日
            *(found for one in row.ceremonies.all() for found in _ceremony(one)),
        ],
    )


def _ceremony(row: Ceremony) -> list[Text]:
    """When and where, and the office holders who signed: the page names them, and no one else."""
    attending = list(row.attendees.all())
    return [
        *dates(row, row._meta.verbose_name),
        *fields(row, "place", "hours"),
        *(found for one in attending for found in text(str(one), one._meta.verbose_name)),
    ]


def _theme(link: AgreementTheme) -> list[Text]:
    theme = link.theme
    words = (theme.name, theme.kana, theme.name_en, link.words)
    return [found for one in words for found in text(one, _("分野"))]


def _project(row: Project) -> list[Text]:
    """What was done under the agreement, and which bodies took part."""
    done = list(row.activities.all())
    return [
        *text(row.title, _("プロジェクト")),
        *outline(done),
        *(found for one in done for found in fields(one, "output")),
        *(found for one in done for found in bodies(one.participants.all())),
    ]


def _about(row: Agreement) -> str:
    """Its type, and when it was signed, is to be, or was announced, in the word for that day."""
    kind = row.get_kind_display()
    if row.dated is None:
        return kind
    label, day = row.dated
    return _("{kind}　{date} {day}").format(kind=kind, date=label, day=show(day))


def themes(now: datetime) -> Iterable[Entry]:
    for row in Theme.objects.public(now):
        yield Entry(
            row,
            str(row),
            names=fields(row, "name", "kana", "name_en"),
            texts=fields(row, "description"),
        )
