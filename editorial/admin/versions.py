"""Two officers at one record: the second one loses neither the first one's work nor their own."""

from typing import Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils.html import format_html

from common.admin import AdminForm
from editorial.history import changes

CONFLICT = (
    "保存していません。この画面を開いたあとに、{}が同じ記録を変更しました。"
    "入力した内容はこの画面に残っています。"
    '<a href="{}" target="_blank" rel="noopener">変更履歴</a>で変更された内容を確かめ、'
    '<a href="{}" target="_blank" rel="noopener">最新の画面</a>を開いて入力し直してください。'
)


class VersionedForm(AdminForm):
    """Carries the version that the officer opened; if it is another by now, nothing is saved.

    The admin has locked the row, so that the version cannot change between check and save.
    """

    opened_version = forms.IntegerField(label="開いたときの版", widget=forms.HiddenInput)

    admin: ClassVar[Any]  # the ScopedAdmin that made the form

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            del self.fields["opened_version"]
        else:
            self.fields["opened_version"].initial = self.admin.version_of(self.instance)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        opened = self.cleaned_data.get("opened_version")
        if opened is not None and opened != self.admin.version_of(self.instance):
            self.add_error(None, conflict(self.admin, self.instance))
        return cleaned


def conflict(admin: Any, row: Any) -> str:
    """Who changed the row meanwhile, and what the officer can do."""
    holder = admin.holder_of(row)
    latest = changes(admin.site_admin(holder).histories(holder))[:1]
    return format_html(
        CONFLICT,
        latest[0] if latest else "ほかの職員",
        reverse(_address(holder, "history"), args=[holder.pk]),
        reverse(_address(row, "change"), args=[row.pk]),
    )


def _address(row: Any, page: str) -> str:
    return f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"
