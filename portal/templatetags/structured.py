"""Structured data (schema.org, JSON-LD): only what the page states, and never a person."""

import json
from typing import Any

from django import template
from django.db.models import Model
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bureaus.models import Bureau
from common.stated_dates import Certainty, StatedDate
from municipalities.models import Municipality, Prefecture
from organizations.models import Involved
from partnerships.models import ThemeState

register = template.Library()

CANDIDATE = ThemeState.CANDIDATE

# Nothing in a value can end the script element.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
PLACES = {Bureau: "GovernmentOrganization"} | dict.fromkeys(
    (Prefecture, Municipality), "AdministrativeArea"
)


def script(data: dict[str, Any]) -> SafeString:
    told = {"@context": "https://schema.org", **_without_gaps(data)}
    text = json.dumps(told, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def _without_gaps(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value}


@register.simple_tag(takes_context=True)
def breadcrumbs(context: Any, up_url: str, up: str, here: object) -> SafeString:
    """The way to a page, as its crumbs show it."""
    from_home = [(context["home_path"], context["home_name"]), (up_url, up)]
    above = [(f"{context['origin']}{url}", name) for url, name in from_home if url]
    steps = [*above, (f"{context['origin']}{context['here_path']}", here)]
    items = [
        {"@type": "ListItem", "position": place, "name": str(name), "item": address}
        for place, (address, name) in enumerate(steps, 1)
    ]
    return script({"@type": "BreadcrumbList", "itemListElement": items})


@register.simple_tag(takes_context=True)
def structured_site(context: Any) -> SafeString:
    """The site with its search, told on the home page."""
    origin, asked = context["origin"], "words"
    action = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{origin}{reverse('search')}?q={{{asked}}}",
        },
        "query-input": f"required name={asked}",
    }
    return script(
        {
            "@type": "WebSite",
            "name": _("自治体連携協定ポータル"),
            "url": f"{origin}{context['here_path']}",
            "inLanguage": get_language(),
            "potentialAction": action,
        }
    )


@register.simple_tag(takes_context=True)
def structured_agreement(context: Any) -> SafeString:
    agreement = context["agreement"]
    return script(
        {
            **_work(context, agreement),
            "contributor": _bodies(context, context["parties"]),
            "about": [str(link.theme) for link in context["themes"] if link.state != CANDIDATE],
            "description": agreement.headline,
            "dateCreated": _day(agreement.signed_on),
            "datePublished": _day(agreement.announced_on),
        }
    )


@register.simple_tag(takes_context=True)
def structured_ceremonies(context: Any) -> SafeString:
    """The signing ceremonies whose day is stated; attendees are persons and stay out."""
    events = [
        _without_gaps(
            {
                "@type": "Event",
                "name": _("{label}：{value}").format(
                    label=ceremony._meta.verbose_name, value=context["agreement"]
                ),
                "startDate": _day(ceremony.held_on, planned=True),
                "eventStatus": "https://schema.org/EventScheduled",
                "description": context["agreement"].status_sentence,
                "location": ceremony.place and {"@type": "Place", "name": ceremony.place},
                "organizer": _bodies(context, context["parties"]),
                "url": _address(context, context["agreement"]),
            }
        )
        for ceremony in context["ceremonies"]
    ]
    dated = [event for event in events if "startDate" in event]
    return script({"@graph": dated}) if dated else SafeString()


@register.simple_tag(takes_context=True)
def structured_plan(context: Any) -> SafeString:
    plan = context["plan"]
    return script(
        {
            **_work(context, plan),
            "creator": _bodies(context, context["makers"]),
            "description": plan.summary,
            "dateCreated": _day(plan.adopted_on),
        }
    )


@register.simple_tag(takes_context=True)
def structured_document(context: Any) -> SafeString:
    document = context["document"]
    return script(
        {
            **_work(context, document),
            "publisher": _bodies(context, context["issuers"]),
            "description": document.subtitle,
            "datePublished": _day(document.issued_on),
            "sameAs": document.url,
        }
    )


@register.simple_tag(takes_context=True)
def structured_bureau(context: Any) -> SafeString:
    areas = [_place(context, prefecture) for prefecture in context["prefectures"]]
    return script({**_place(context, context["bureau"]), "areaServed": areas})


@register.simple_tag(takes_context=True)
def structured_area(context: Any, area: Prefecture | Municipality) -> SafeString:
    """A prefecture or a municipality, with its reading and its code."""
    within = area.prefecture if isinstance(area, Municipality) else None
    return script(
        {
            **_place(context, area),
            "alternateName": area.kana,
            "identifier": area.code,
            "containedInPlace": within and _place(context, within),
        }
    )


def _work(context: Any, record: Any) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": str(record),
        "url": _address(context, record),
        "inLanguage": "ja",
    }


def _place(context: Any, body: Any) -> dict[str, Any]:
    kind = PLACES.get(type(body), "Organization")
    address = _address(context, body) if hasattr(body, "get_absolute_url") else ""
    return _without_gaps({"@type": kind, "name": str(body), "url": address})


def _bodies(context: Any, rows: list[Involved]) -> list[dict[str, Any]]:
    return [
        _place(context, row.body)
        if isinstance(row.body, Model)
        else {"@type": "Organization", "name": row.body_name}
        for row in rows
    ]


def _address(context: Any, record: Any) -> str:
    return f"{context['origin']}{record.get_absolute_url()}"


def _day(stated: StatedDate | None, *, planned: bool = False) -> str:
    """A day that is stated to the day; a planned one only for what is told as scheduled."""
    if not stated or not stated.first or stated.first != stated.last:
        return ""
    if stated.certainty == Certainty.CONFIRMED or planned:
        return stated.first.isoformat()
    return ""
