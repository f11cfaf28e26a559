"""Memoranda, agreements and cooperation models between bureaus and municipalities."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from common.stated_dates import Certainty, StatedDate
from editorial.models import Record, State
from partnerships.querysets import SPAN_DATES, AgreementQuerySet
from partnerships.rules import Facts, Status, sentence
from sources.models import DocumentKind, RankScope, SourceDocument


class AgreementKind(models.TextChoices):
    MEMORANDUM = "memorandum", _("覚書")
    AGREEMENT = "agreement", _("協定")
    COOPERATION_MODEL = "cooperation_model", _("連携モデル")
    OTHER = "other", _("その他")


class Agreement(Record):
    kind = models.CharField(_("種別"), max_length=20, choices=AgreementKind)
    official_title = models.CharField(
        _("正式な件名"),
        max_length=300,
        blank=True,
        help_text="覚書・協定の本文に印刷された件名。資料に記載がなければ空欄にします。",
    )
    display_title = models.CharField(
        _("表示する件名"), max_length=300, help_text="一覧や見出しに使う、編集上の件名です。"
    )
    headline = models.CharField(_("テーマ（原文）"), max_length=300, blank=True)
    title_en = models.CharField(
        _("英語の件名"),
        max_length=300,
        blank=True,
        help_text="英語のページで使う、編集上の訳です。空欄なら日本語の件名を示します。",
    )
    summary_en = models.TextField(
        _("英語の要約"),
        blank=True,
        help_text="英語のページだけに示す、編集上の要約です。日本語のページにある事柄だけを書きます。",
    )
    announced_on = StatedDateField("発表日")
    planned_signing_on = StatedDateField("締結予定日")
    signed_on = StatedDateField("締結日")
    starts_on = StatedDateField("協力期間の始まり")
    ends_on = StatedDateField("協力期間の終わり")
    renewal_terms = models.CharField(_("期間後の扱い（原文）"), max_length=300, blank=True)
    ended_on = models.DateField(
        _("終了した日"), null=True, blank=True, help_text="終了が決まったときだけ入力します。"
    )
    ended_reason = models.CharField(_("終了の理由"), max_length=300, blank=True)
    dropped_on = models.DateField(
        _("締結取りやめの発表日"),
        null=True,
        blank=True,
        help_text="締結しないことが発表されたときだけ入力します。",
    )
    succeeds = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("引き継いだ協定等"),
        related_name="successors",
        help_text="この協定等が、前の協定等を引き継ぐときに選びます。",
    )

    themes_open_ended = models.BooleanField(
        _("分野に「等」がある"),
        default=False,
        help_text="資料が分野を挙げたあとに「等」と記しているとき。",
    )
    signed_text = models.ForeignKey(
        SourceDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("覚書・協定の本文"),
        related_name="text_of",
        limit_choices_to={"kind": DocumentKind.SIGNED_TEXT},
        help_text="署名された本文を資料として登録したときに選びます。発表資料とは別のものです。",
    )
    partner_confirmed_on = models.DateField(
        _("相手方確認日"), null=True, blank=True, help_text="公開されません。"
    )
    reference_number = models.CharField(
        _("文書番号"), max_length=60, blank=True, help_text="公開されません。"
    )
    decision_number = models.CharField(
        _("決裁番号"), max_length=60, blank=True, help_text="公開されません。"
    )
    contact_notes = models.TextField(
        _("連絡のメモ"), blank=True, help_text="公開されません。局の中の連絡に使います。"
    )

    objects = AgreementQuerySet.as_manager()

    # Annotated by `.with_status(on, now)`; a row loaded without it has none, loudly.
    status: str
    successor_title: str | None
    succeeded_text: str
    succeeded_first: date | None
    succeeded_last: date | None
    succeeded_certainty: str
    extended_text: str | None
    extended_first: date | None
    extended_last: date | None
    extended_certainty: str

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("協定等")
        verbose_name_plural = _("協定等")
        ordering = [F("announced_on_first").desc(nulls_last=True), "pk"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=AgreementKind.values),
                name="partnerships_agreement_kind_known",
                violation_error_message="種別を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_reason="")
                | (Q(ended_on__isnull=False) & ~Q(ended_reason="")),
                name="partnerships_agreement_end_reasoned",
                violation_error_message="終了した日と終了の理由は、両方を入力してください。",
            ),
            models.CheckConstraint(
                condition=Q(starts_on_first__isnull=True)
                | Q(ends_on_last__isnull=True)
                | Q(starts_on_first__lte=F("ends_on_last")),
                name="partnerships_agreement_period_forward",
                violation_error_message="協力期間の終わりが、始まりより前になっています。",
            ),
            models.CheckConstraint(
                condition=Q(dropped_on__isnull=True)
                | Q(signed_on_first__isnull=True, ended_on__isnull=True),
                name="partnerships_agreement_dropped_unsigned",
                violation_error_message=(
                    "締結取りやめの発表日は、締結日・終了した日と同時には入力できません。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | ~Q(announced_on_text="", planned_signing_on_text="", signed_on_text="")
                | ~Q(starts_on_text=""),
                name="partnerships_agreement_published_dated",
                violation_error_message=(
                    "公開するには、発表日・締結予定日・締結日・協力期間の始まりのうち、"
                    "少なくとも一つを入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(display_title=""),
                name="partnerships_agreement_titled",
                violation_error_message="表示する件名を入力してください。",
            ),
            models.CheckConstraint(
                condition=~Q(signed_on_certainty=Certainty.PLANNED),
                name="partnerships_agreement_signed_not_planned",
                violation_error_message=(
                    "予定の日は「締結日」ではなく「締結予定日」に入力してください。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(succeeds__isnull=True) | ~Q(succeeds=F("id")),
                name="partnerships_agreement_not_own_successor",
                violation_error_message="自分自身を引き継ぐことはできません。",
            ),
        ]

    def __str__(self) -> str:
        return self.title_en if get_language() == "en" and self.title_en else self.display_title

    def get_absolute_url(self) -> str:
        return reverse("agreement", args=[self.slug])

    @property
    def partners(self) -> list[Any]:
        """Its parties beside bureaus, in order; from the prefetched ones where a list has them."""
        return [party for party in self.parties.all() if party.bureau_id is None]

    @property
    def dated(self) -> tuple[str, StatedDate] | None:
        """When it was signed, is to be, or was announced, under the name of that date."""
        dates = ((which.label, getattr(self, name)) for which, name in SPAN_DATES.items())
        return next(((str(label), day) for label, day in dates if day and day.first), None)

    @property
    def facts(self) -> Facts:
        """What its status follows from. Only for rows of `.with_status(on, now)`."""
        return Facts(
            dropped_on=self.dropped_on,
            succeeded=self._succeeded(),
            successor=self.successor_title or "",
            ended_on=self.ended_on,
            ended_reason=self.ended_reason,
            ends=self.ends_on,
            extended=self._extended(),
            planned=self.planned_signing_on,
            signed=self.signed_on,
        )

    def rank(self, scope: str, now: datetime) -> int | None:
        """Its place by date, from 1, among the public ones of its bureau, or among all."""
        day = self.dated[1].first if self.dated else None
        public = Agreement.objects.public(now)
        if scope == RankScope.BUREAU:
            public = public.filter(bureau=self.bureau_id)
        return public.ranked_before(day).count() + 1 if day else None

    def _succeeded(self) -> StatedDate | None:
        if self.successor_title is None:
            return None
        return StatedDate(
            self.succeeded_text,
            self.succeeded_first,
            self.succeeded_last,
            self.succeeded_certainty,
        )

    def _extended(self) -> StatedDate | None:
        if self.extended_text is None:
            return None
        return StatedDate(
            self.extended_text,
            self.extended_first,
            self.extended_last,
            self.extended_certainty,
        )

    @property
    def status_label(self) -> str:
        return str(Status(self.status).label)

    @property
    def status_sentence(self) -> str:
        return sentence(Status(self.status), self.facts)
