"""Agreements of every status but one, what they say, and what changed them."""

from datetime import date
from types import SimpleNamespace

from partnerships.models import AgreementTheme, Amendment, Attendee, Ceremony, ChangeNote
from tests.world import agreement, commitment, day, municipality, renewal, statement


def add_agreements(world: SimpleNamespace) -> None:
    _agreement(world)
    _more_agreements(world)
    _what_was_agreed(world)
    _what_changed(world)


def _agreement(world: SimpleNamespace) -> None:
    world.agreement = agreement(
        parties=(world.kushiro, world.organization),
        themes=(world.theme,),
        official_title="連携に関する覚書",
        headline="地域経済の成長促進",
        renewal_terms="双方で協議",
        announced_on=day("2021年4月20日"),
        planned_signing_on=day("2021年4月22日(木)", "planned"),
        starts_on=day("2021年4月"),
        ends_on=day("2022年3月末", "planned"),
        themes_open_ended=True,
    )
    world.theme_link = world.agreement.theme_links.get()
    world.theme_link.words = "観光の振興"
    world.theme_link.save()


def _more_agreements(world: SimpleNamespace) -> None:
    world.earlier = agreement(
        "hokkaido-asahikawa-2020",
        parties=(world.asahikawa, "旭川商工会議所"),
        signed_on=day("2020年1月20日"),
        signed_text=world.signed_text,
    )
    world.successor = agreement(
        "hokkaido-asahikawa-2021",
        parties=(world.asahikawa,),
        succeeds=world.earlier,
        signed_on=day("2021年5月10日"),
    )
    world.dropped = agreement(
        "hokkaido-muroran-2021",
        parties=(municipality("室蘭市"),),
        dropped_on=date(2021, 4, 25),
    )
    world.ended = agreement(
        "hokkaido-obihiro-2018",
        parties=(municipality("帯広市"),),
        signed_on=day("2018年4月"),
        ended_on=date(2021, 3, 31),
        ended_reason="目的を達した",
    )
    world.renewed = agreement(
        "hokkaido-kitami-2019",
        parties=(municipality("北見市"),),
        signed_on=day("2019年4月1日"),
        ends_on=day("2021年3月末", "planned"),
    )


def _what_was_agreed(world: SimpleNamespace) -> None:
    world.commitment = commitment(world.agreement, "地域企業の支援", "DMOの支援", "人材の確保")
    statement(world.agreement, "釧路市は、地域経済を支える。", side="partner")
    statement(world.agreement, "局は、施策で支える。", side="bureau", heading="趣旨")
    statement(world.agreement, "協定の概要", kind="summary")
    world.policy = statement(world.bureau, "自治体との連携を進める。", kind="policy")
    world.ceremony = Ceremony.objects.create(
        agreement=world.agreement,
        held_on=day("2021年4月22日", "planned"),
        hours="13:30~14:00",
        place="釧路市役所",
    )
    world.attendee = Attendee.objects.create(
        ceremony=world.ceremony,
        party=world.agreement.parties.all()[1],
        office="釧路市長",
        name="代理",
    )


def _what_changed(world: SimpleNamespace) -> None:
    """An amendment of the agreement, of whose record a note tells; a renewal of another one."""
    world.change_note = ChangeNote.objects.create(
        agreement=world.agreement,
        noted_on=date(2021, 5, 10),
        text="締結式の時刻を、発表資料に合わせて直しました。",
    )
    world.amendment = Amendment.objects.create(
        agreement=world.agreement,
        kind="amendment",
        agreed_on=day("2021年5月"),
        text="分野に人材を加える。",
    )
    world.renewal = renewal(world.renewed, "2021年3月20日", "2024年3月末")
    world.candidate = AgreementTheme.objects.create(
        agreement=world.renewed, theme=world.theme, state="candidate"
    )
