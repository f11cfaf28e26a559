"""Bureaus are reference data; accounts of staff are kept by system administrators."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.http import HttpRequest

from bureaus.models import Bureau, Jurisdiction, User
from common.admin import FormFields, PortalAdmin, ReferenceAdmin

admin.site.unregister(Group)  # `bureaus.roles` writes them


class JurisdictionInline(FormFields, admin.TabularInline):
    model = Jurisdiction
    can_delete = False
    max_num = 0

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Bureau)
class BureauAdmin(ReferenceAdmin):
    list_display = ["name", "short_name", "name_en", "slug"]
    search_fields = ["name", "short_name", "name_en"]
    search_help_text = "名称、略称、英語名で探せます。"
    ordering = ["order"]
    inlines = [JurisdictionInline]


@admin.register(User)
class UserAdmin(PortalAdmin, DjangoUserAdmin):
    """Nobody is deleted: history says who did what. An account is closed by 有効."""

    form = UserChangeForm
    list_display = ["username", "last_name", "first_name", "scope", "bureau", "is_active"]
    list_select_related = ["bureau"]
    list_filter = ["scope", ("bureau", admin.RelatedOnlyFieldListFilter), "is_active", "groups"]
    search_fields = ["username", "last_name", "first_name", "email"]
    search_help_text = "ユーザー名、氏名、メールアドレスで探せます。"
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    help_texts = {
        "is_active": "退職・異動のときは、削除せずにチェックを外します。",
        "is_staff": "職員用ページにログインできるようにします。",
        "is_superuser": "アカウントの管理を含む、すべての操作を許します。",
        "groups": "閲覧者は見るだけ、作成者は登録と修正ができます。",
    }
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("氏名・連絡先", {"fields": (("last_name", "first_name"), "email")}),
        (
            "権限",
            {"fields": ("scope", "bureau", "groups", "is_staff", "is_active", "is_superuser")},
        ),
        ("日時", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("氏名・連絡先", {"fields": (("last_name", "first_name"), "email")}),
        ("権限", {"fields": ("scope", "bureau", "groups", "is_staff")}),
    )

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        kwargs["widget"] = forms.CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return super().has_module_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_view_permission(request, obj) and manages_accounts(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and manages_accounts(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and manages_accounts(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def manages_accounts(request: HttpRequest) -> bool:
    """A superuser of a bureau is one for the bureau's records alone."""
    user: Any = request.user
    return bool(user.is_superuser and user.edits_all_bureaus())
