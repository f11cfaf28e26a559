"""Duties to review progress (フォローアップ), and the reviews that were held."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.fields import StatedDateField
from editorial.models import Tracked
from monitoring.models.subject import Monitored
from monitoring.querysets import ReviewRuleQuerySet
from monitoring.rules import Cycle, Outlook, Rule, outlook
from organizations.models import Involved, each_body_once
from partnerships.models import Agreement
from sources.models import SourceDocument


class ReviewRule(Monitored):
    """When, by whom and how progress is to be reviewed. `rules.expected` computes from it."""

    words = models.CharField(
        _("時期の定め（原文のまま）"), max_length=300, help_text="例：年に1回程度フォローアップ"
    )
    cycle = models.CharField(_("周期"), max_length=20, choices=Cycle)
    month = models.PositiveSmallIntegerField(
        _("月"), null=True, blank=True, help_text="毎年決まった月のとき。例：5"
    )
    composition = models.TextField(_("構成（原文のまま）"), blank=True)
    method = models.TextField(_("方法（原文のまま）"), blank=True)
    published_in = models.TextField(_("公表の方法（原文のまま）"), blank=True)
    feeds = models.TextField(_("結果の反映先（原文のまま）"), blank=True)

    objects = ReviewRuleQuerySet.as_manager()

    # Set by `.with_outlook(on, now)`.
    outlook: Outlook

    class Meta(Monitored.Meta):
        abstract = False
        verbose_name = _("実施状況の確認の定め")
        verbose_name_plural = _("実施状況の確認の定め")
        ordering = ["order", "pk"]
        constraints = [
            *Monitored.Meta.constraints,
            models.CheckConstraint(
                condition=Q(cycle__in=Cycle.values),
                name="monitoring_reviewrule_cycle_known",
                violation_error_message="周期を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=(
                    Q(cycle=Cycle.MONTH) & Q(month__isnull=False, month__gte=1, month__lte=12)
                )
                | (~Q(cycle=Cycle.MONTH) & Q(month__isnull=True)),
                name="monitoring_reviewrule_month_of_year",
                violation_error_message=(
                    "周期が「毎年決まった月」のときだけ、月を1から12で入力してください。"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def cycle_words(self) -> str:
        """「四半期ごと」, 「毎年5月」; of 「年1回程度」 from when it is counted."""
        if self.cycle == Cycle.MONTH:
            return gettext("毎年{month}月").format(month=self.month)
        if self.cycle == Cycle.ABOUT_YEARLY:
            return gettext("年1回程度（起算日の記載がないときは、発表の日から1年ごとに数えます）")
        return self.get_cycle_display()

    def outlook_on(self, on: date) -> Outlook:
        """When the next review is expected, by the rule and the period of its record."""
        held = [_last(review.held_on) for review in self.reviews.all()]
        rule = Rule(
            self.cycle,
            self.month,
            begun=_begin(self.subject),
            until=_end(self.subject, on),
            held=max(filter(None, held), default=None),
        )
        return outlook(rule, on)

    def records(self) -> list[Any]:
        """Itself, its reviewers and its reviews, for the sources of all."""
        return [self, *self.reviewers.all(), *self.reviews.all()]


def _begin(subject: Any) -> date | None:
    """The first day of an agreement (its signing, else its announcement) or of a plan."""
    names = ("starts_on", "signed_on", "announced_on")
    dates = [getattr(subject, name, None) for name in names]
    return next((stated.first for stated in dates if stated and stated.first), None)


def _end(subject: Any, on: date) -> date | None:
    """The last day of an agreement, as ended or renewed by `on`, or of a plan."""
    if isinstance(subject, Agreement):
        renewals = [row for row in subject.amendments.all() if row.ends_on]
        agreed = [row for row in renewals if (_last(row.agreed_on) or on) <= on]
        ends = agreed[-1].ends_on if agreed else subject.ends_on
        return subject.ended_on or subject.dropped_on or _last(ends)
    return _last(getattr(subject, "ends_on", None))  # a project has no period


def _last(stated: Any) -> date | None:
    return stated.last if stated else None


class Reviewer(Involved):
    """Who reviews."""

    rule = models.ForeignKey(
        ReviewRule,
        on_delete=models.CASCADE,
        verbose_name=_("実施状況の確認の定め"),
        related_name="reviewers",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)

    class Meta(Involved.Meta):
        abstract = False
        verbose_name = _("確認する機関")
        verbose_name_plural = _("確認する機関")
        ordering = ["order", "pk"]
        constraints = [
            *Involved.Meta.constraints,
            *each_body_once("rule", "monitoring_reviewer"),
        ]


class Review(Tracked):
    """One occasion: for what time it was due, when it was held, what came out."""

    rule = models.ForeignKey(
        ReviewRule,
        on_delete=models.CASCADE,
        verbose_name=_("実施状況の確認の定め"),
        related_name="reviews",
    )
    due_on = StatedDateField("対象の時期")
    held_on = StatedDateField("実施日")
    result = models.TextField(_("結果"), blank=True)
    published_in = models.CharField(_("公表先"), max_length=300, blank=True)
    document = models.ForeignKey(
        SourceDocument,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("結果の資料"),
        related_name="reviews",
    )

    class Meta:
        verbose_name = _("実施状況の確認")
        verbose_name_plural = _("実施状況の確認")
        ordering = [F("held_on_last").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(held_on_text=""),
                name="monitoring_review_held",
                violation_error_message="実施日を入力してください。",
            ),
        ]

    def __str__(self) -> str:
        return str(self.held_on)
