"""What each column of a table of agreements means."""

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import CharField, Model, Prefetch

from bureaus.models import User
from common.cells import ChoiceWidget, Column, DateWidget, KeyColumn, TextWidget
from common.resources import TableResource, TableRow
from common.stated_dates import Certainty
from editorial.access import may_edit, may_edit_for
from partnerships.actions import Parts, save_agreement
from partnerships.cells import BureauWidget, PartnersWidget, ThemesWidget
from partnerships.models import (
    Agreement,
    AgreementKind,
    AgreementTheme,
    Ceremony,
    Party,
    Theme,
)
from sources.models import Basis, Citation

_REQUIRED = ("bureau", "kind", "display_title")
_ATTRIBUTES: dict[type[Model], str] = {
    Party: "parts__partners",
    AgreementTheme: "parts__themes",
    Ceremony: "parts__held_on",
}


def _text(model: type[Model], field: str) -> TextWidget:
    return TextWidget(cast(CharField, model._meta.get_field(field)).max_length)


class AgreementResource(TableResource):
    """A row is an agreement, named by its slug; a new one is a draft.

    State, hour of publication and version are no columns. With a `user`, the bureau of each row,
    old and new, must be one whose records that user may edit.
    """

    slug = KeyColumn("slug", "協定等ID")
    bureau = Column("bureau", "担当局", BureauWidget(), empty=None)
    kind = Column("kind", "種別", ChoiceWidget(AgreementKind))
    display_title = Column("display_title", "件名", _text(Agreement, "display_title"))
    official_title = Column("official_title", "正式な件名", _text(Agreement, "official_title"))
    headline = Column("headline", "テーマ（原文）", _text(Agreement, "headline"))
    partners = Column("parts__partners", "連携する自治体の団体コード", PartnersWidget(), empty=())
    themes = Column("parts__themes", "分野", ThemesWidget(), empty=())
    announced_on = Column("announced_on", "発表日", DateWidget(), empty=None)
    planned_signing_on = Column(
        "planned_signing_on", "締結予定日", DateWidget(Certainty.PLANNED), empty=None
    )
    signed_on = Column("signed_on", "締結日", DateWidget(), empty=None)
    starts_on = Column("starts_on", "協力期間の始まり", DateWidget(), empty=None)
    ends_on = Column("ends_on", "協力期間の終わり", DateWidget(), empty=None)
    renewal_terms = Column("renewal_terms", "期間後の扱い", _text(Agreement, "renewal_terms"))
    held_on = Column("parts__held_on", "締結式の日", DateWidget(), empty=None)
    hours = Column("parts__hours", "締結式の時刻", _text(Ceremony, "hours"))
    place = Column("parts__place", "締結式の場所", _text(Ceremony, "place"))

    class Meta:
        model = Agreement
        import_id_fields = ("slug",)
        fields = (
            *("slug", "bureau", "kind", "display_title", "official_title", "headline"),
            *("partners", "themes", "announced_on", "planned_signing_on", "signed_on"),
            *("starts_on", "ends_on", "renewal_terms", "held_on", "hours", "place"),
        )

    def __init__(self, *, user: User | None = None) -> None:
        super().__init__()
        self.user = user
        if user:
            self.fields["themes"].widget.rows = Theme.objects.visible_to(user)

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        keys = [self.key_of(dict(zip(dataset.headers, row, strict=True))) for row in dataset]
        rows = Agreement.objects.filter(slug__in=keys).select_related("bureau").order_by("pk")
        if kwargs["locked"]:
            rows = rows.select_for_update(of=("self",))
        parties = Prefetch("parties", Party.objects.with_bodies())
        rows = rows.prefetch_related(parties, "theme_links__theme", "ceremonies")
        self.existing = {row.slug: row for row in rows}

    def after_init_instance(self, instance: Any, new: bool, row: Any, **kwargs: Any) -> None:
        if self.user and not new and not may_edit(self.user, instance):
            message = "この協定等を変更する権限がありません。担当局に依頼してください。"
            raise ValidationError({"slug": message})
        instance.parts = Parts() if new else Parts.of(instance)

    def validate_instance(
        self,
        instance: Any,
        import_validation_errors: dict[str, Any] | None = None,
        validate_unique: bool = True,
    ) -> None:
        errors = self._refusals(instance) | (import_validation_errors or {})
        super().validate_instance(instance, errors, validate_unique)

    def _refusals(self, instance: Any) -> dict[str, ValidationError]:
        empty = [name for name in _REQUIRED if not self.fields[name].get_value(instance)]
        errors = dict.fromkeys(empty, ValidationError("入力してください。"))
        if self.user and not may_edit_for(self.user, instance.bureau_id):
            errors.setdefault(
                "bureau", ValidationError("この局の協定等を編集する権限がありません。")
            )
        if instance.pk:
            errors |= _removals(instance)
        return errors

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        save_agreement(agreement=instance, parts=instance.parts)

    def after_import_row(self, row: dict[str, str], row_result: TableRow, **kwargs: Any) -> None:
        """Warn where documents are cited for a value that changes."""
        super().after_import_row(row, row_result, **kwargs)
        if not (row_result.changes and row_result.original):
            return
        changed = {column for column, _, _ in row_result.changes}
        rows = [row_result.instance, *row_result.instance.ceremonies.all()]
        cited = set(Citation.objects.about(rows).values_list("field", flat=True))
        for field in self.get_import_fields():
            if field.column_name in changed and field.attribute.rpartition("__")[2] in cited:
                message = "出典が登録されています。新しい値と合うか、出典を確かめてください。"
                kwargs["warnings"].append((field.column_name, message))


def _removals(agreement: Any) -> dict[str, ValidationError]:
    """What a table may not take away, by attribute: only people see what hangs on it."""
    errors = {}
    for row in agreement.parts.left_out(agreement):
        stated = Citation.objects.about([row]).exclude(basis=Basis.EDITORIAL)
        if stated.exists() or _has_attendees(row):
            errors[_ATTRIBUTES[type(row)]] = ValidationError(
                f"「{row}」には出典か出席者が登録されているため、外せません。"
                "管理画面で確かめて外してください。"
            )
    if (
        len(agreement.ceremonies.all()) > 1
        and agreement.parts.ceremony != Parts.of(agreement).ceremony
    ):
        errors["parts__held_on"] = ValidationError(
            "締結式が二つ以上登録されています。管理画面で変更してください。"
        )
    return errors


def _has_attendees(row: Model) -> bool:
    if isinstance(row, Party | Ceremony):
        return row.attendees.exists()
    return False
