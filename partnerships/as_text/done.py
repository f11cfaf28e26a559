"""What came of it, in the text of an agreement's page: activities, targets, reviews, plans."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from common.punctuation import aside, bulleted, listed, quoted, spaced
from common.stated_dates import show
from partnerships.as_text.lines import headed, indented, line, noted, section, when
from partnerships.as_text.marks import Marks
from partnerships.items import is_planned
from sources.templatetags.sources import told

Page = dict[str, Any]


def done_sections(page: Page, marks: Marks) -> Iterator[list[str]]:
    yield section(spaced(_("取組・成果"), begun_label()), _projects(page["told"], "begun", marks))
    yield section(
        spaced(_("取組・成果"), planned_label()), _projects(page["planned"], "planned", marks)
    )
    if not page["project_links"]:
        yield section(_("取組・成果"), [no_activities()])
    yield section(_("数値目標（KPI）"), _targets(page, marks))
    yield section(_("実施状況の確認（フォローアップ）"), _reviews(page, marks))
    yield section(_("関連する計画"), plans(page, marks))
    yield section(_("施策・制度の活用状況"), _uses(page, marks))
    yield section(_("変更・更新"), _amendments(page, marks))


def begun_label() -> str:
    return _("開始・実施・達成（資料で確認できるもの）")


def planned_label() -> str:
    return _("予定・計画（実施を記した資料は未登録）")


def no_activities() -> str:
    return _("この協定等の取組を記した資料は未登録です（取組がないことを示すものではありません）。")


def no_outcome() -> str:
    return _("予定の時期を過ぎていますが、結果を記した資料は未登録です。")


def _projects(links: Iterable[Any], which: str, marks: Marks) -> Iterator[str]:
    for link in links:
        yield f"{headed(link.project)}{marks.of(link, 'project')}"
        if link.project.summary and not link.is_under_item:
            yield link.project.summary
        for row in getattr(link, which):
            yield from activity(row, marks)


def activity(row: Any, marks: Marks) -> Iterator[str]:
    """One activity: what, in which stage, when, by which document; then its words."""
    mark = marks.of(row, "heading", "happened_on")
    words = f"{row.heading or row.text}{aside(_stage(row, marks))}{mark}"
    yield f"{row.number} {words}" if row.number else bulleted(words)
    if row.text and row.heading:
        yield indented(row.text, 1) + marks.of(row, "text")
    if row.time_passed:
        yield indented(no_outcome(), 1)
    for words in participants(row, marks):
        yield indented(words, 1)
    for claim in getattr(row, "claims", ()):
        said = _("「初めて」などの記載") + aside(claim.said_by)
        told_claim = said if claim.words in row.text else line(said, quoted(claim.words).strip())
        yield indented(told_claim, 1) + marks.of(claim, "words", "as_of")


def _stage(row: Any, marks: Marks) -> str:
    day = told({"sources": marks.sources}, row)  # type: ignore[arg-type]
    return _("、").join(filter(None, (stage(row), day)))


def stage(row: Any) -> str:
    kind = [] if row.kind == "other" else [str(row.get_kind_display())]
    parts = [*kind, str(row.get_state_display())]
    if row.happened_on and row.happened_on.is_absent:
        parts.append(_("時期の記載なし"))
    elif row.happened_on:
        parts.append(when(row.happened_on, is_planned=is_planned(row)))
    return listed(parts)


def participants(row: Any, marks: Marks) -> Iterator[str]:
    """Who took part, by role; the text's own view loads them."""
    people = getattr(row, "participants_shown", [])
    for role, group in groupby(people, key=lambda one: one.get_role_display()):
        found = list(group)
        fields = ("body", "person", "office", "field")
        citations = [cited for one in found for cited in marks.citations(one, *fields)]
        yield line(role, _("、").join(map(_participant, found)), marks.told(citations))


def _participant(one: Any) -> str:
    person = " ".join(filter(None, (one.office, one.person)))
    field = f"【{one.field}】" if one.field else ""
    then = _("（役職は当時）") if one.office else ""
    name = " ".join(filter(None, (str(one), person)))
    return f"{name}{then}{field}"


def _targets(page: Page, marks: Marks) -> Iterator[str]:
    for table in page["targets"]:
        for row in table.rows:
            indicator = row.indicator
            unit = listed([indicator.unit, indicator.get_cumulative_display()])
            mark = marks.of(indicator, "name", "unit", "cumulative")
            yield bulleted(f"{indicator}{aside(unit)}{mark}")
            if indicator.counting_rule:
                rule = line(_("数え方"), indicator.counting_rule)
                yield indented(rule, 1) + marks.of(indicator, "counting_rule")
            for cell in row.cells:
                for value in cell:
                    yield indented(_value(value), 1) + marks.of(value, "amount")


def _value(value: Any) -> str:
    time = _("合計") if value.is_whole_period else show(value.at)
    amount = f"{value.amount:f}".rstrip("0").rstrip(".") if value.amount is not None else ""
    shown = value.get_absence_display() if value.absence else amount
    printed = aside(line(_("原文"), value.as_printed)) if value.as_printed else ""
    return spaced(time, value.get_kind_display(), f"{shown}{printed}")


def _reviews(page: Page, marks: Marks) -> Iterator[str]:
    for rule in page["rules"]:
        yield line(_("時期の定め"), rule.words, marks.of(rule, "words"))
        yield line(_("実施時期の目安"), _outlook(rule))
        bodies = listed(f"{one}{marks.of(one, 'body')}" for one in rule.reviewers.all())
        if bodies:
            yield line(_("確認する機関"), bodies)
        fields = {
            "composition": _("構成"),
            "method": _("方法"),
            "published_in": _("公表の方法"),
            "feeds": _("結果の反映先"),
        }
        for field, label in fields.items():
            if value := getattr(rule, field):
                yield line(label, value, marks.of(rule, field))
        yield from _held(rule, marks)


def _outlook(rule: Any) -> str:
    if coming := rule.outlook.next:
        words = _("次は%(time)s頃（%(cycle)s・計算による）")
        return words % {"time": show(coming), "cycle": rule.cycle_words}
    if last := rule.outlook.last:
        words = _(
            "%(cycle)s。期間の最後の分まで数えると、最後の目安は%(time)s頃です（計算による）。"
        )
        return words % {"time": show(last), "cycle": rule.cycle_words}
    return str(rule.cycle_words)


def _held(rule: Any, marks: Marks) -> Iterator[str]:
    reviews = list(rule.reviews.all())
    if not reviews:
        words = _("結果を記した資料は未登録です（実施されていないことを示すものではありません）。")
        yield line(_("実施された確認"), words)
    for review in reviews:
        yield line(_("実施された確認"), when(review.held_on), marks.of(review, "held_on"))
        if review.result:
            yield indented(review.result, 1) + marks.of(review, "result")
        if review.published_in:
            published = line(_("公表先"), review.published_in)
            yield indented(published, 1) + marks.of(review, "published_in")


def plans(page: Page, marks: Marks) -> Iterator[str]:
    for link in page["plans"]:
        relation = aside(link.get_relation_display())
        yield bulleted(f"{link.plan}{relation}{marks.of(link, 'plan')}")


def _uses(page: Page, marks: Marks) -> Iterator[str]:
    if any(use.timing == "before" for use in page["uses"]):
        yield noted(_("「協定等の前」とあるものは、この協定等の成果ではありません。"))
    for programme, uses in groupby(page["uses"], key=lambda use: use.programme):
        yield headed(programme)
        for use in uses:
            others = _("他") if use.and_others else ""
            told_use = listed([use.get_relation_display(), use.get_timing_display()])
            title = quoted(use.title) if use.title else ""
            mark = marks.of(use, "body", "relation", "timing", "title")
            yield bulleted(spaced(f"{use}{others}", f"{told_use}{title}{mark}"))
            funders = listed(f"{one}{marks.of(one, 'body')}" for one in use.funders.all())
            if funders:
                yield indented(line(_("財源"), funders), 1)


def _amendments(page: Page, marks: Marks) -> Iterator[str]:
    for row in page["amendments"]:
        agreed = [when(row.agreed_on)] if row.agreed_on else []
        told_change = listed([row.get_kind_display(), *agreed])
        yield bulleted(told_change + marks.of(row, "agreed_on"))
        yield indented(row.text, 1) + marks.of(row, "text")
        if row.ends_on:
            ends = line(_("更新後の協力期間の終わり"), when(row.ends_on))
            yield indented(ends, 1) + marks.of(row, "ends_on")
