"""The admin of records: they have a bureau, a state, an hour, and an address that stays."""

import re
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from bureaus.models import Bureau
from editorial.access import may_edit, may_read
from editorial.admin.scoped import ScopedAdmin
from editorial.admin.versions import VersionedForm
from editorial.models import Record, State

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class RecordForm(VersionedForm):
    def clean_slug(self) -> str | None:
        slug: str | None = self.cleaned_data["slug"]
        if slug and not SLUG.fullmatch(slug):
            raise ValidationError(
                "半角の英小文字と数字を、ハイフン一つずつでつないで入力してください"
                "（例：hokkaido-kushiro-2021）。"
            )
        return slug

    def clean_state(self) -> str:
        state: str = self.cleaned_data["state"]
        if state == State.WITHDRAWN and not was_public(self.instance):
            raise ValidationError(
                "まだ公開していない記録は、掲載終了にできません。「下書き」のままにするか、削除してください。"
            )
        return state


class RecordAdmin(ScopedAdmin):
    form = RecordForm
    list_filter: ClassVar[Any] = ["state", ("bureau", admin.RelatedOnlyFieldListFilter)]
    list_select_related: ClassVar[Any] = ["bureau"]

    def scoped(self, rows: Any, user: Any) -> QuerySet[Any]:
        return rows.visible_to(user)

    def may_read(self, user: Any, row: Record) -> bool:
        return may_read(user, row)

    def may_edit(self, user: Any, row: Record) -> bool:
        return may_edit(user, row)

    def version_of(self, row: Record) -> int:
        return row.version

    def is_public(self, obj: Record) -> bool:
        return obj.is_public(timezone.now())

    def has_delete_permission(self, request: HttpRequest, obj: Record | None = None) -> bool:
        """What readers may have seen keeps its address: only drafts are deleted."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or (obj.state == State.DRAFT and not was_public(obj)))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        publication = ["bureau", ["state", "publish_at"], "slug"]
        if obj and was_public(obj):
            publication.append(["withdrawn_on", "withdrawn_reason"])
        return [*super().get_fieldsets(request, obj), ("公開", {"fields": publication})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "slug"] if obj and was_public(obj) else fields

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        user: Any = request.user
        return {"bureau": user.bureau_id, **super().get_changeform_initial_data(request)}

    def choices_of(self, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        if db_field.name == "bureau":
            return own_bureaus(request.user)
        return super().choices_of(db_field, request)

    def save_model(self, request: HttpRequest, obj: Record, form: Any, change: bool) -> None:
        if change:
            obj.version += 1  # the row is locked
        super().save_model(request, obj, form, change)


def was_public(record: Record) -> bool:
    """Whether the record is public, or has been before it went back to being a draft."""
    now = timezone.now()
    shown = type(record).history.filter(id=record.pk, state=State.PUBLISHED, publish_at__lte=now)
    return record.is_public(now) or shown.exists()


def own_bureaus(user: Any) -> QuerySet[Bureau]:
    """The bureaus in whose name a user may register."""
    if user.edits_all_bureaus():
        return Bureau.objects.all()
    return Bureau.objects.filter(pk=user.bureau_id)
