"""Statements: those about an agreement are written on its page, those about a bureau here."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from bureaus.models import Bureau
from editorial.access import may_edit_for, may_read
from editorial.admin import RowAdmin
from editorial.admin.children import count_up
from editorial.admin.records import own_bureaus
from partnerships.models import Agreement, Statement
from sources.admin.cited import Cited

TEXT = ["kind", ("number", "heading"), "text", ("order", "absence")]


@admin.register(Statement)
class StatementAdmin(RowAdmin, Cited):
    list_display = ["__str__", "kind", "agreement", "bureau"]
    list_select_related = ["agreement", "bureau"]
    list_filter = ["kind", ("bureau", admin.EmptyFieldListFilter)]
    search_fields = ["heading", "text", "agreement__display_title"]
    search_help_text = "見出し、本文、協定等の件名で探せます。"
    help_texts = {
        "bureau": "局全体の方針・実施条件のとき。協定等の趣旨などは、協定等の画面で追加します。"
    }

    def scoped(self, rows: QuerySet[Any], user: Any) -> QuerySet[Any]:
        about_agreements = Q(agreement__in=Agreement.objects.visible_to(user))
        return rows.filter(Q(agreement=None) | about_agreements)

    def may_read(self, user: Any, row: Statement) -> bool:
        return row.agreement is None or may_read(user, row.agreement)

    def may_edit(self, user: Any, row: Statement) -> bool:
        owner = row.agreement.bureau_id if row.agreement else row.bureau_id
        return may_edit_for(user, owner)

    def holder_of(self, row: Statement) -> Any:
        return row.agreement or row

    def version_of(self, row: Statement) -> int:
        return row.agreement.version if row.agreement else super().version_of(row)

    def get_fields(self, request: HttpRequest, obj: Statement | None = None) -> list[Any]:
        if obj and obj.agreement:
            return ["agreement", "parent", "side", *TEXT]
        return ["bureau", *TEXT]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["agreement", "parent"]

    def choices_of(self, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        if db_field.remote_field.model is Bureau:
            return own_bureaus(request.user)
        return super().choices_of(db_field, request)

    def save_model(self, request: HttpRequest, obj: Statement, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if obj.agreement:
            count_up(obj.agreement)
