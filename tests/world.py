"""A small world of named records, built in Python for the tests of every room.

Each builder makes one record with its children, published since `OPENED` unless told otherwise
(`**DRAFT`, `**COMING`). Places and bureaus are made once and found again. `tests/conftest.py`
offers a whole world (`tests/whole_world.py`) as the fixture `world`, and `clock` to stop the time.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db import models

from bureaus.models import Bureau, Jurisdiction
from common.stated_dates import StatedDate, read
from editorial.models import State
from monitoring.models import Indicator, ReviewRule
from municipalities.models import Municipality, Prefecture, Subprefecture
from organizations.models import Organization
from partnerships.models import (
    Agreement,
    AgreementTheme,
    Amendment,
    Commitment,
    Party,
    Statement,
    Theme,
)
from projects.models import Activity, Plan, PlanSection, Programme, Project
from sources.models import Basis, Citation, Difference, SourceDocument

JST = ZoneInfo("Asia/Tokyo")
OPENED = datetime(2021, 4, 20, tzinfo=JST)
NOW = datetime(2021, 6, 1, 12, tzinfo=JST)
DRAFT = {"state": State.DRAFT, "publish_at": None}
COMING = {"state": State.PUBLISHED, "publish_at": NOW + timedelta(seconds=1)}
WITHDRAWN: dict[str, Any] = {
    "state": State.WITHDRAWN,
    "publish_at": OPENED,
    "withdrawn_on": date(2021, 5, 28),
    "withdrawn_reason": "同じ協定等を二度登録していたため。",
}
PLACE = "1. 覚書締結式の概要"

# name: code, kana, romaji, English, subprefecture
MUNICIPALITIES = {
    "釧路市": ("012068", "くしろし", "kushiro", "Kushiro City", "釧路総合振興局"),
    "旭川市": ("012041", "あさひかわし", "asahikawa", "Asahikawa City", "上川総合振興局"),
    "室蘭市": ("012050", "むろらんし", "muroran", "Muroran City", "胆振総合振興局"),
    "帯広市": ("012076", "おびひろし", "obihiro", "Obihiro City", "十勝総合振興局"),
    "北見市": ("012084", "きたみし", "kitami", "Kitami City", "オホーツク総合振興局"),
    "青森市": ("022012", "あおもりし", "aomori", "Aomori City", ""),
}
PREFECTURES = {
    "01": ("北海道", "ほっかいどう", "Hokkaido", "hokkaido"),
    "02": ("青森県", "あおもりけん", "Aomori Prefecture", "tohoku"),
}
# slug: order, name, short name, English
BUREAUS = {
    "hokkaido": (1, "北海道経済産業局", "北海道", "Hokkaido Bureau of Economy, Trade and Industry"),
    "tohoku": (2, "東北経済産業局", "東北", "Tohoku Bureau of Economy, Trade and Industry"),
}
SUBPREFECTURES = {
    "空知総合振興局": ("01300", "sorachi"),
    "上川総合振興局": ("01450", "kamikawa"),
    "胆振総合振興局": ("01570", "iburi"),
    "オホーツク総合振興局": ("01540", "okhotsk"),
    "十勝総合振興局": ("01630", "tokachi"),
    "釧路総合振興局": ("01660", "kushiro"),
}


def day(words: str, certainty: str = "confirmed") -> StatedDate:
    """A stated date from its words: day("2021年4月22日"), day("2021年6月末", "planned")."""
    return read(words, certainty=certainty).value


def bureau(slug: str = "hokkaido") -> Bureau:
    order, name, short_name, name_en = BUREAUS[slug]
    names = {"name": name, "short_name": short_name, "name_en": name_en}
    return Bureau.objects.get_or_create(slug=slug, defaults={"order": order, **names})[0]


def prefecture(code: str = "01") -> Prefecture:
    """The prefecture of a code, in its bureau's area."""
    name, kana, name_en, slug = PREFECTURES[code]
    names = {"name": name, "kana": kana, "name_en": name_en}
    found, made = Prefecture.objects.get_or_create(code=code, defaults=names)
    if made:
        Jurisdiction.objects.create(bureau=bureau(slug), prefecture=found)
    return found


def subprefecture(name: str = "釧路総合振興局") -> Subprefecture:
    code, slug = SUBPREFECTURES[name]
    values = {"name": name, "kana": slug, "name_en": slug, "slug": slug, "prefecture": prefecture()}
    return Subprefecture.objects.get_or_create(code=code, defaults=values)[0]


def municipality(name: str = "釧路市") -> Municipality:
    code, kana, romaji, name_en, within = MUNICIPALITIES[name]
    values = {
        "name": name,
        "kana": kana,
        "romaji": romaji,
        "name_en": name_en,
        "kind": "city",
        "prefecture": prefecture(code[:2]),
        "subprefecture": subprefecture(within) if within else None,
    }
    return Municipality.objects.get_or_create(code=code, defaults=values)[0]


def involving(body: models.Model | str) -> dict[str, Any]:
    """The column of an `Involved` row for a body, or for words as printed."""
    return {"name_as_stated": body} if isinstance(body, str) else {_noun(body): body}


def _noun(row: models.Model) -> str:
    return str(row._meta.model_name)


def _record(model: type[models.Model], slug: str | None, **values: Any) -> Any:
    opened = {"state": State.PUBLISHED, "publish_at": OPENED}
    return model._default_manager.create(
        slug=slug, bureau=values.pop("bureau", None) or bureau(), **{**opened, **values}
    )


def organization(slug: str = "k-biz", name: str = "釧路市ビジネスサポートセンター", **values: Any):
    return _record(Organization, slug, **{"kind": "support", "name": name, **values})


def document(slug: str = "hokkaido-2021-04-20-kushiro", **values: Any) -> SourceDocument:
    return _record(
        SourceDocument,
        slug,
        **{
            "kind": "press_release",
            "title": "釧路市と地域経済の成長促進に関する覚書を締結",
            "issued_on": day("2021年4月20日"),
            "outline": PLACE,
            **values,
        },
    )


def theme(slug: str = "tourism", name: str = "観光", **values: Any) -> Theme:
    names = {"name": name, "kana": name, "name_en": slug.title()}
    return _record(Theme, slug, **{**names, **values})


def agreement(
    slug: str | None = "hokkaido-kushiro-2021",
    parties: tuple[models.Model | str, ...] = (),
    themes: tuple[Theme, ...] = (),
    **values: Any,
) -> Agreement:
    """An agreement of its bureau with `parties` (bodies, or words as printed) on `themes`."""
    plain = {
        "kind": "memorandum",
        "display_title": f"覚書（{slug}）",
        "announced_on": day("2021年4月20日"),
    }
    made = _record(Agreement, slug, **{**plain, **values})
    for order, body in enumerate((made.bureau, *parties)):
        Party.objects.create(agreement=made, order=order, **involving(body))
    for order, chosen in enumerate(themes):
        AgreementTheme.objects.create(agreement=made, order=order, theme=chosen)
    return made


def commitment(
    of: Agreement, heading: str, *children: str, level: str = "memorandum"
) -> Commitment:
    """A cooperation item with its sub-items."""
    top = Commitment.objects.create(agreement=of, heading=heading, number="(1)", level=level)
    for order, text in enumerate(children):
        Commitment.objects.create(
            agreement=of, parent=top, order=order, number="○", text=text, level=level
        )
    return top


def renewal(of: Agreement, agreed: str, ends: str | StatedDate, **values: Any) -> Amendment:
    """A renewal agreed on a day that ends on another, both in words."""
    until = day(ends, "planned") if isinstance(ends, str) else ends
    dates = {"agreed_on": day(agreed), "ends_on": until}
    return Amendment.objects.create(
        **{
            "agreement": of,
            "kind": "renewal",
            "text": f"{until.text}まで延長する。",
            **dates,
            **values,
        }
    )


def statement(of: Agreement | Bureau, text: str, **values: Any) -> Statement:
    return Statement.objects.create(**{_noun(of): of, "kind": "purpose", "text": text, **values})


def project(slug: str = "kushiro-k-biz", title: str = "k-Bizの支援", **values: Any) -> Project:
    return _record(Project, slug, **{"title": title, "kana": title, **values})


def activity(of: Project, heading: str = "相談会", **values: Any) -> Activity:
    plain = {"kind": "support", "state": "done", "happened_on": day("2020年10月")}
    return Activity.objects.create(project=of, heading=heading, **{**plain, **values})


def plan(slug: str = "kushiro-master-plan", title: str = "釧路市の総合計画", **values: Any) -> Plan:
    return _record(Plan, slug, **{"title": title, "kana": title, "stage": "adopted", **values})


def section(of: Plan, heading: str = "評価", *children: str, **values: Any) -> PlanSection:
    """A section of a plan, with sections below it that have a text each."""
    top = PlanSection.objects.create(**{"plan": of, "number": "1", "heading": heading, **values})
    for order, text in enumerate(children):
        PlanSection.objects.create(plan=of, parent=top, order=order, number="ア", text=text)
    return top


def programme(
    slug: str = "regional-future", name: str = "地域未来投資", **values: Any
) -> Programme:
    return _record(Programme, slug, **{"name": name, "kana": name, **values})


def indicator(of: models.Model, name: str = "相談の件数", **values: Any) -> Indicator:
    """A target of an agreement, a plan or a project."""
    return Indicator.objects.create(**{_noun(of): of, "name": name, "unit": "件", **values})


def review_rule(of: models.Model, words: str = "年1回程度", **values: Any) -> ReviewRule:
    """How the progress of an agreement, a plan or a project is reviewed: about once a year."""
    return ReviewRule.objects.create(
        **{_noun(of): of, "words": words, "cycle": "about_yearly", **values}
    )


def pointing_at(row: models.Model, field: str) -> dict[str, Any]:
    """The columns by which a citation, a difference or a claim points at a field of a row."""
    content_type = ContentType.objects.get_for_model(row)
    return {"content_type": content_type, "object_id": row.pk, "field": field}


def cite(row: models.Model, field: str, by: SourceDocument, quotation: str, **values: Any):
    """A citation of a document (`by`) for a field of a row."""
    words = {"place": PLACE, "quotation": quotation}
    stated = {"basis": Basis.STATED, "document": by, **words, **values}
    return Citation.objects.create(**pointing_at(row, field), **stated)


def differ(
    row: models.Model, field: str, *statements: Citation, chosen: int | None = 0, **values: Any
) -> Difference:
    """A difference on a field between citations of it; `chosen`: which one is followed."""
    choice = (
        {"chosen": statements[chosen], "reason": "後の資料による。"} if chosen is not None else {}
    )
    return Difference.objects.create(
        **pointing_at(row, field), **{"note": "締結日が資料により異なります。", **choice, **values}
    )
