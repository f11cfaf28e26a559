"""Which tables a content file may hold, and where each of their keys goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db import models

from bureaus.models import Bureau
from common.fields import columns, stated_dates
from editorial.models import NumberedText, Record
from monitoring import models as monitoring
from organizations.models import (
    BODIES,
    Organization,
    OrganizationAlias,
    OrganizationLink,
    Representative,
)
from partnerships import models as partnerships
from projects import models as projects
from sources import citable
from sources import models as sources

# Counted up, or given by where a table stands: no file decides them.
_FIXED = {"version", "content_type", "object_id"}
# Of a record, what its officers decide.
_OF_DESK = {"state", "withdrawn_on", "withdrawn_reason"}
_BODY = (*BODIES, "name_as_stated")


@dataclass(frozen=True, eq=False)
class Table:
    """`[[…]]` in a content file: one row of `model` each.

    `parent`: the foreign key to the row of the table around it ("" for a root, "record" for the
    generic one). `lists`: the tables inside, by key. `names`: the field of a key that is not
    called like it. `cited`: the field that citations name, by field, where it is another one.
    """

    model: type[models.Model]
    parent: str = ""
    lists: Mapping[str, "Table"] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_record(self) -> bool:
        return issubclass(self.model, Record)

    @property
    def is_text(self) -> bool:
        """Whether its rows form a tree by their own `parent`."""
        return issubclass(self.model, NumberedText)

    @cached_property
    def around(self) -> list[str]:
        """The foreign keys of a numbered text to what its whole tree stands in."""
        return list(self.model.ROOTS) if issubclass(self.model, NumberedText) else []

    @cached_property
    def fields(self) -> list[models.Field]:
        """The columns that files decide; those that they leave out take their default."""
        if self.model is Bureau:  # reference data: only what is inside it is content
            return []
        fixed = {self.parent, *self.around, *_FIXED, *(["parent"] if self.is_text else [])}
        return [
            column
            for column in self.model._meta.concrete_fields
            if not column.primary_key and column.name not in fixed
        ]

    @cached_property
    def keys(self) -> dict[str, str]:
        """The field (or stated date) for each key that a file may set."""
        dates = stated_dates(self.model)
        hidden = {column for date in dates for column in columns(date)}
        hidden.add("order")
        hidden |= _OF_DESK if self.is_record else set()  # an activity has a state
        names = [f.name for f in self.fields if f.name not in hidden]
        given = {name: key for key, name in self.names.items()}
        return {given.get(name, name): name for name in [*names, *dates]}

    @cached_property
    def citable(self) -> frozenset[str]:
        """The fields that a document can be cited for."""
        return next((c.fields for c in citable.registered() if c.model is self.model), frozenset())

    def cited_field(self, key: str) -> str:
        """What a citation of the value of `key` is filed under."""
        name = self.keys[key]
        return self.cited.get(name, "body" if name in _BODY and "body" in self.citable else name)

    @cached_property
    def inside(self) -> dict[str, "Table"]:
        """The tables that a file may write inside this one."""
        children = {"children": replace(self, parent="parent")} if self.is_text else {}
        claims = {"claims": CLAIMS} if self.citable and self.model is not sources.Claim else {}
        return {**self.lists, **children, **claims}

    @cached_property
    def all_lists(self) -> dict[str, "Table"]:
        """With those that the values bring along. What others point at stands first."""
        of_values = {"citations": CITATIONS, "differences": DIFFERENCES} if self.citable else {}
        return {**self.inside, **of_values}


CITATIONS = Table(sources.Citation, "record")
DIFFERENCES = Table(sources.Difference, "record")
CLAIMS = Table(sources.Claim, "record")


def _text(model: type[models.Model], parent: str) -> Table:
    """Numbered texts: the source of an absence is that of the text that is not there."""
    return Table(model, parent, cited={"absence": "text"})


def _monitored(subject: str) -> dict[str, Table]:
    """Targets and reviews of what the foreign key `subject` names."""
    values = Table(
        monitoring.IndicatorValue,
        "indicator",
        cited={"absence": "amount", "as_printed": "amount"},
    )
    below = {
        "reviewers": Table(monitoring.Reviewer, "rule"),
        "reviews": Table(monitoring.Review, "rule"),
    }
    return {
        "indicators": Table(monitoring.Indicator, subject, lists={"values": values}),
        "review_rules": Table(monitoring.ReviewRule, subject, lists=below),
    }


# Key of the file → table, in the order of writing: each after those that its rows point at.
TABLES = {
    "bureaus": Table(Bureau, lists={"statements": _text(partnerships.Statement, "bureau")}),
    "document": Table(
        sources.SourceDocument,
        lists={
            "issuers": Table(sources.DocumentIssuer, "document"),
            "gaps": Table(sources.DocumentGap, "document"),
            "area_facts": Table(sources.AreaFact, "document"),
            "terms": Table(sources.GlossaryTerm, "document"),
        },
    ),
    "organizations": Table(
        Organization,
        lists={
            "aliases": Table(OrganizationAlias, "organization"),
            "representatives": Table(Representative, "organization"),
            "links": Table(OrganizationLink, "of"),
        },
    ),
    "themes": Table(partnerships.Theme),
    "agreements": Table(
        partnerships.Agreement,
        lists={
            "parties": Table(partnerships.Party, "agreement"),
            "themes": Table(partnerships.AgreementTheme, "agreement"),
            "statements": _text(partnerships.Statement, "agreement"),
            "ceremonies": Table(
                partnerships.Ceremony,
                "agreement",
                lists={"attendees": Table(partnerships.Attendee, "ceremony")},
                names={"venue": "place"},
            ),
            "commitments": _text(partnerships.Commitment, "agreement"),
            "amendments": Table(partnerships.Amendment, "agreement"),
            **_monitored("agreement"),
        },
    ),
    "plans": Table(
        projects.Plan,
        lists={
            "makers": Table(projects.PlanMaker, "plan"),
            "agreements": Table(projects.AgreementPlan, "plan", cited={"agreement": "plan"}),
            "sections": _text(projects.PlanSection, "plan"),
            "participants": Table(
                projects.PlanParticipant,
                "plan",
                lists={"roles": Table(projects.PlanRole, "participant")},
            ),
            "fields": Table(projects.PlanField, "plan"),
            "sector_counts": Table(projects.SectorCount, "plan"),
            "costs": Table(projects.PlanCost, "plan", cited={"amount_as_stated": "amount"}),
            "links": Table(projects.PlanLink, "plan"),
            **_monitored("plan"),
        },
    ),
    "projects": Table(
        projects.Project,
        lists={
            "agreements": Table(
                projects.AgreementProject, "project", cited={"agreement": "project"}
            ),
            "commitments": Table(
                projects.CommitmentProject, "project", cited={"commitment": "project"}
            ),
            "bodies": Table(projects.ProjectBody, "project"),
            "activities": Table(
                projects.Activity,
                "project",
                lists={"participants": Table(projects.ActivityParticipant, "activity")},
            ),
            "plans": Table(projects.PlanProject, "project", cited={"plan": "project"}),
            **_monitored("project"),
        },
    ),
    "programmes": Table(
        projects.Programme,
        lists={
            "providers": Table(projects.ProgrammeProvider, "programme"),
            "uses": Table(
                projects.ProgrammeUse,
                "programme",
                lists={"funders": Table(projects.UseFunder, "use")},
            ),
        },
    ),
}
