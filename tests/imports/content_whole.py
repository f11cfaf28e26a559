"""A content file with every table of plans, programmes, targets and reviews."""

UNDATED = """
[document]
slug = "test-plan"
bureau = "hokkaido"
publish_at = 2021-04-20T00:00:00+09:00
kind = "plan"
outline = ["（冒頭）", "1. 概要"]
place = "（冒頭）"
title.quote = "試験市の計画"
issued_on.certainty = "not_stated"
reference_on = { value = "2016年度", certainty = "estimated", basis = "editorial", reason = "推定" }

    [[document.gaps]]
    kind = "omitted"
    quotation = "担当："
    description = "担当者の氏名"

    [[document.area_facts]]
    id = "whole-prefecture"
    prefecture = "01"
    kind = "statistics"
    text.quote = "北海道では約9%"
    item = "製造業の割合"
    number = { value = 9, quote = "約9%" }
    qualifier = "about"
    unit = "%"

    [[document.area_facts]]
    municipality = "012068"
    kind = "statistics"
    text.quote = "市では12.5%"
    item = "製造業の割合"
    number = { value = 12.5, quote = "12.5%" }
    unit = "%"
    survey.quote = "工業統計"
    compared_with = "whole-prefecture"
"""

RECORDS = """
[[organizations]]
slug = "test-center"
kind = "support"
name = "窓口"
corporate_number = "8700110005901"
place = "（冒頭）"

    [[organizations.representatives]]
    office = { value = "代表", quote = "代表" }
    name = "代表者"
    as_of.value = "2016年12月"

[[agreements]]
slug = "test-agreement"
kind = "memorandum"
display_title = "試験の覚書"
signed_on.value = "2016年4月1日"
place = "（冒頭）"
themes_open_ended = { value = true, quote = "等" }

    [[agreements.amendments]]
    kind = "renewal"
    agreed_on.value = "2017年3月1日"
    ends_on = { value = "2019年3月末", certainty = "planned", quote = "2019年3月末まで" }
    text.quote = "2019年3月末まで延長する。"

    [[agreements.review_rules]]
    words.quote = "年1回程度"
    cycle = "about_yearly"
"""

PLANS = """
[[plans]]
slug = "test-plan"
title.quote = "試験市の計画"
stage = "adopted"
legal_basis.quote = "地域再生法"
area.quote = "市の全域"
place = "1. 概要"

    [[plans.sections]]
    id = "evaluation"
    number = "7"
    kind = "evaluation"
    heading.quote = "評価"

        [[plans.sections.children]]
        id = "evaluation-a"
        number = "ア"
        text.quote = "毎年5月に評価する。"

    [[plans.participants]]
    organization = { value = "test-center", quote = "窓口" }
    section = "evaluation"
    is_lead = { value = true, quote = "代表" }

        [[plans.participants.roles]]
        text.quote = "相談を受ける。"
        section = "evaluation-a"

    [[plans.fields]]
    text.quote = "水産物の加工"
    sector = { value = "food", basis = "editorial", reason = "食料品のため。" }

    [[plans.sector_counts]]
    sector = "food"
    number = { value = 19, quote = "19" }

    [[plans.costs]]
    section = "evaluation"
    code.quote = "A3007"
    amount = 32000000
    amount_as_stated.quote = "32,000千円"

    [[plans.links]]
    other = { value = "test-next", quote = "次期計画" }
    relation = "feeds"

    [[plans.indicators]]
    id = "count"
    name.quote = "件数"
    unit = "件"
    component = "total"
    section = "evaluation"

        [[plans.indicators.values]]
        at.value = "平成28年度"
        amount = { value = 10, quote = "10" }

        [[plans.indicators.values]]
        at.value = "昨年度"
        absence = { value = "not_stated", quote = "-" }
        as_printed = "-"

        [[plans.indicators.values]]
        is_whole_period = true
        amount = 120

    [[plans.indicators]]
    name = "件数"
    unit = "件"
    component = "new"
    part_of = "count"

    [[plans.review_rules]]
    words.quote = "毎年5月"
    cycle = "month"
    month = 5
    section = "evaluation-a"

        [[plans.review_rules.reviewers]]
        organization = { value = "test-center", quote = "窓口" }

        [[plans.review_rules.reviews]]
        due_on.value = "2016年度"
        held_on = { value = "2017年5月", quote = "2017年5月" }
        document = "test-plan"

        [[plans.review_rules.reviews]]
        held_on.value = "2018年5月"

[[plans]]
slug = "test-next"
title = "次期計画"
stage = "next"
"""

USES = """
[[projects]]
slug = "test-project"
title = "相談会"

    [[projects.plans]]
    plan = { value = "test-plan", basis = "editorial", reason = "計画にある事業のため。" }

    [[projects.indicators]]
    name = "回数"
    unit = "回"

[[programmes]]
slug = "test-programme"
name = "交付金"
kind = "subsidy"
number = "3"
frequency.quote = "毎年"
place = "1. 概要"

    [[programmes.providers]]
    name_as_stated = { value = "国", quote = "国" }

    [[programmes.uses]]
    municipality = "012068"
    relation = { value = "used", quote = "活用" }
    timing = "before"
    title.quote = "窓口の整備"
    and_others = { value = true, quote = "他" }
    agreement = "test-agreement"
    plan = "test-plan"

        [[programmes.uses.funders]]
        bureau = { value = "hokkaido", quote = "局" }
"""

WHOLE_DOMAIN = UNDATED + RECORDS + PLANS + USES
RECORDS_IN_IT = 7
