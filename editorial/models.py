"""What every record shares: its state, the hour of its publication, its bureau, its version."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bureaus.models import Bureau, User
from common.stated_dates import ABSENT, Certainty
from editorial.changes import ChangeHistory, History

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Tracked(models.Model):
    """A row whose changes are kept, grouped by change id."""

    history = History(inherit=True, bases=[ChangeHistory])

    class Meta:
        abstract = True


class State(models.TextChoices):
    DRAFT = "draft", _("下書き")
    PUBLISHED = "published", _("公開中")
    WITHDRAWN = "withdrawn", _("掲載終了")


class RecordQuerySet(models.QuerySet[Any]):
    def public(self, now: datetime) -> Self:
        """What anybody may see at the instant `now` (aware): published, and its hour has come."""
        return self.filter(public_at(now))

    def withdrawn(self, now: datetime) -> Self:
        """What was public before `now` (aware) and has been taken down: only its reason shows."""
        return self.filter(state=State.WITHDRAWN, publish_at__lte=now)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """What a member of staff may read: all but drafts, and the drafts of their own bureau."""
        if not isinstance(user, User) or not user.is_active:
            return self.none()
        if user.reads_all_bureaus():
            return self
        return self.filter(~Q(state=State.DRAFT) | Q(bureau=user.bureau_id))

    def editable_by(self, user: "User | AnonymousUser") -> Self:
        """What a member of staff may change: the records of their own bureau."""
        if not isinstance(user, User) or not user.is_active:
            return self.none()
        if user.edits_all_bureaus():
            return self
        return self.filter(bureau=user.bureau_id) if user.bureau_id else self.none()


def public_at(now: datetime, through: str = "") -> Q:
    """The condition `.public(now)` for a row, or for the root that `through` leads to.

    `through`: a look-up path with its closing underscores, such as "agreement__".
    """
    return Q(**{f"{through}state": State.PUBLISHED, f"{through}publish_at__lte": now})


class LinkQuerySet(models.QuerySet[Any]):
    """Rows that join records: each shows only if all of its ends are public.

    `optional_ends`: those that a row may do without.
    """

    ends: ClassVar[tuple[str, ...]] = ()
    optional_ends: ClassVar[tuple[str, ...]] = ()

    def public(self, now: datetime) -> Self:
        return self.filter(
            *(public_at(now, f"{end}__") for end in self.ends),
            *(
                Q(**{f"{end}__isnull": True}) | public_at(now, f"{end}__")
                for end in self.optional_ends
            ),
        )


class Record(Tracked):
    """A root: it is published by itself, and its children with it."""

    slug = models.SlugField(
        _("アドレスの名前"),
        max_length=100,
        unique=True,
        null=True,
        blank=True,
        help_text="公開ページのアドレスになります。半角の英小文字・数字・ハイフン。公開後は変えません。",
    )
    bureau = models.ForeignKey(
        Bureau,
        on_delete=models.PROTECT,
        verbose_name=_("担当局"),
        related_name="%(app_label)s_%(class)s_records",
        help_text="この記録を編集する局です。",
    )
    state = models.CharField(_("状態"), max_length=20, choices=State, default=State.DRAFT)
    publish_at = models.DateTimeField(
        _("公開日時"),
        null=True,
        blank=True,
        help_text="日本時間。この時刻から誰でも見られるようになります。",
    )
    withdrawn_on = models.DateField(
        _("掲載終了日"),
        null=True,
        blank=True,
        help_text="状態を「掲載終了」にするときに入力します。",
    )
    withdrawn_reason = models.CharField(
        _("掲載終了の理由"),
        max_length=300,
        blank=True,
        help_text="公開していたアドレスを開いた人に、掲載終了日と共に示します。",
    )
    version = models.PositiveIntegerField(_("版"), default=1, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values),
                name="%(app_label)s_%(class)s_state_known",
                violation_error_message=(
                    "状態は「下書き」「公開中」「掲載終了」から選んでください。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN)
                | (
                    Q(withdrawn_on__isnull=False, publish_at__isnull=False, slug__isnull=False)
                    & ~Q(withdrawn_reason="")
                ),
                name="%(app_label)s_%(class)s_withdrawn_reasoned",
                violation_error_message=(
                    "掲載を終了するには、掲載終了日とその理由を入力してください。"
                    "公開日時とアドレスの名前は、公開していたときのまま残します。"
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED)
                | (Q(publish_at__isnull=False) & Q(slug__isnull=False) & ~Q(slug="")),
                name="%(app_label)s_%(class)s_published_whole",
                violation_error_message=(
                    "公開するには、公開日時とアドレスの名前を入力してください。"
                ),
            ),
        ]

    def is_public(self, now: datetime) -> bool:
        return (
            self.state == State.PUBLISHED and self.publish_at is not None and self.publish_at <= now
        )


def raise_version(record: Record) -> None:
    """Count one more version of a record that is about to be saved.

    No F(): the history row takes the number too. The caller has locked or compared the row.
    """
    record.version += 1


ABSENCE_CHOICES = [(kind.value, kind.label) for kind in Certainty if kind in ABSENT]


class NumberedText(Tracked):
    """A piece of a document's own outline: its number as printed, its heading, its text.

    `ROOTS`: the foreign keys that say of what it is a piece.
    """

    ROOTS: ClassVar[tuple[str, ...]]

    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("上位の項目"),
        related_name="children",
    )
    order = models.PositiveSmallIntegerField(_("並び順"), default=0)
    number = models.CharField(
        _("番号（原文のまま）"), max_length=20, blank=True, help_text="例：(1)、ア、○"
    )
    heading = models.CharField(_("見出し"), max_length=300, blank=True)
    text = models.TextField(_("本文"), blank=True)
    absence = models.CharField(
        _("記載がない場合"), max_length=20, choices=ABSENCE_CHOICES, blank=True
    )

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(absence="") | Q(text=""),
                name="%(app_label)s_%(class)s_text_or_absence",
                violation_error_message="本文と「記載がない場合」は、どちらか一方だけにしてください。",
            ),
            models.CheckConstraint(
                condition=Q(absence="") | Q(absence__in=ABSENT),
                name="%(app_label)s_%(class)s_absence_known",
                violation_error_message="「記載がない場合」を一覧から選んでください。",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="%(app_label)s_%(class)s_not_own_parent",
                violation_error_message="自分自身を上位の項目にはできません。",
            ),
            models.CheckConstraint(
                condition=~Q(heading="", text="", absence=""),
                name="%(app_label)s_%(class)s_not_empty",
                violation_error_message="見出しか本文を入力してください。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading or self.text[:40]}".strip()

    def clean(self) -> None:
        """Refuse a parent of another agreement, project or bureau: the row would show nowhere."""
        for root in self.ROOTS:
            if self.parent and getattr(self, f"{root}_id") != getattr(self.parent, f"{root}_id"):
                raise ValidationError({"parent": "上位の項目は、同じ記録の中から選んでください。"})
