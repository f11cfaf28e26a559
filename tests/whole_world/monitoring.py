"""Targets and reviews of an agreement, a plan and a project."""

from types import SimpleNamespace

from monitoring.models import IndicatorValue, Review, Reviewer
from tests.world import day, indicator, review_rule


def add_monitoring(world: SimpleNamespace) -> None:
    _indicators(world)
    _reviews(world)


def _indicators(world: SimpleNamespace) -> None:
    world.indicator = indicator(
        world.plan,
        section=world.section_below,
        component="total",
        cumulative="yes",
        counting_rule="窓口で受けたものを数える。",
    )
    world.part = indicator(
        world.plan, part_of=world.indicator, component="new", cumulative="no", order=1
    )
    world.value = _value(world.indicator, "2021年度", amount=10)
    world.absent_value = _value(
        world.indicator, "平成28年度", absence="not_stated", as_printed="-", order=1
    )
    world.whole_value = IndicatorValue.objects.create(
        indicator=world.indicator, is_whole_period=True, amount=120, order=2
    )
    world.actual_value = _value(world.part, "2020年度", amount=0, kind="actual")
    world.other_indicators = [
        indicator(world.agreement, "参加企業の数", unit="社"),
        indicator(world.project, "相談会の回数", unit="回"),
    ]
    for other in world.other_indicators:
        _value(other, "2021年度", amount=4)


def _value(of: object, words: str, **values: object) -> IndicatorValue:
    return IndicatorValue.objects.create(**{"indicator": of, "at": day(words, "planned"), **values})


def _reviews(world: SimpleNamespace) -> None:
    world.review_rule = review_rule(
        world.plan,
        "毎年5月",
        section=world.section_below,
        cycle="month",
        month=5,
        composition="市、金融機関、大学",
        method="達成状況を検証する。",
        published_in="市の公式サイトで公表する。",
        feeds="総合戦略に反映する。",
    )
    world.yearly_rule = review_rule(world.agreement, "年1回程度フォローアップ")
    world.quarterly_rule = review_rule(world.project, "四半期ごと", cycle="quarter")
    world.reviewer = Reviewer.objects.create(
        rule=world.review_rule, organization=world.organization
    )
    world.review = Review.objects.create(
        rule=world.review_rule,
        due_on=day("2019年度"),
        held_on=day("2020年5月"),
        result="おおむね計画どおり",
        published_in="市の公式サイト",
        document=world.older,
    )
    world.other_review = Review.objects.create(
        rule=world.quarterly_rule, held_on=day("2021年3月"), result="継続する。"
    )
