"""What stands on the page of an agreement."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from common.admin import stated_date
from editorial.admin import StackedInline, TabularInline, TreeFormSet
from editorial.admin.inlines import is_deleted
from editorial.models import State
from organizations.admin import InvolvedInline
from organizations.models import BODIES
from partnerships.models import (
    AgreementTheme,
    Amendment,
    Ceremony,
    ChangeNote,
    Commitment,
    Party,
    Statement,
)

TEXT: list[Any] = [("number", "heading"), "text", ("parent", "order", "absence")]


class PartyFormSet(BaseInlineFormSet):
    def clean(self) -> None:
        super().clean()
        parties = [
            form.cleaned_data
            for form in self.forms
            if form.is_valid() and form.cleaned_data and not is_deleted(form)
        ]
        self._refuse_doubles(parties)
        if self.instance.state == State.PUBLISHED:
            self._refuse_too_few(parties)

    def _refuse_doubles(self, parties: list[dict[str, Any]]) -> None:
        bodies = [(name, party[name]) for party in parties for name in BODIES if party[name]]
        for name, body in bodies:
            if bodies.count((name, body)) > 1:
                raise ValidationError(
                    f"同じ当事者「{body}」が二度あります。一つを削除してください。"
                )

    def _refuse_too_few(self, parties: list[dict[str, Any]]) -> None:
        if len(parties) < 2 or not any(party["bureau"] for party in parties):
            raise ValidationError(
                "公開するには、当事者が二者以上必要です。そのうち少なくとも一者は"
                "経済産業局にしてください。準備ができるまでは、状態を「下書き」にして保存できます。"
            )


class PartyInline(InvolvedInline):
    model = Party
    formset = PartyFormSet

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else 2


class ThemeInline(TabularInline):
    model = AgreementTheme
    fields = ["theme", "state", "words", "order"]
    autocomplete_fields = ["theme"]


class StatementInline(StackedInline):
    model = Statement
    formset = TreeFormSet
    fields = [("kind", "side"), *TEXT]
    help_texts = {"side": "資料が局と自治体のそれぞれの立場を書き分けているときに選びます。"}


class CommitmentInline(StackedInline):
    model = Commitment
    formset = TreeFormSet
    fields = ["level", *TEXT]
    help_texts = {
        "parent": "この項目を含む項目。新しい項目の下に置くときは、先に一度保存します。",
        "order": "小さい順に並びます。",
    }


class CeremonyInline(StackedInline):
    model = Ceremony
    fields = [stated_date("held_on"), ("hours", "place")]
    show_change_link = True
    verbose_name_plural = "締結式（出席者は、保存してから「変更」を開いて入力します）"


class AmendmentInline(StackedInline):
    model = Amendment
    fields = ["kind", stated_date("agreed_on"), stated_date("ends_on"), "text"]
    help_texts = {
        "kind": "新しい協定等に替わったときは、その協定等で「引き継いだ協定等」を選びます。"
    }


class ChangeNoteInline(StackedInline):
    model = ChangeNote
    fields = ["noted_on", "text"]
