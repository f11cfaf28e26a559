"""What every page knows."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.http import escape_leading_slashes, urlencode
from django.utils.translation import gettext as _

from portal import navigation


def site(request: HttpRequest) -> dict[str, Any]:
    here, other = request.path, other_language_url(request.path)
    japanese, english = (other, here) if is_english(here) else (here, other)
    return {
        "operator_name": settings.OPERATOR_NAME,
        "operator_contact": settings.OPERATOR_CONTACT,
        "other_language_url": other_language_url(request.get_full_path()),
        "origin": origin(request),
        "here_path": iri_to_uri(here),
        "printed_on": timezone.localdate(),
        "japanese_path": iri_to_uri(japanese),
        "english_path": iri_to_uri(english),
        "corrections_query": urlencode({"page": here}),
        # Callables: only pages with the frame ask for them.
        "sections": partial(navigation.links, navigation.SECTIONS, here),
        "tools": partial(navigation.links, navigation.TOOLS, here),
        "about_pages": partial(navigation.links, navigation.ABOUT, here),
    }


def origin(request: HttpRequest) -> str:
    """Scheme and host of the site."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"


def notice() -> str:
    """What every page says until somebody runs the site."""
    if settings.OPERATOR_NAME:
        return ""
    return _("公開資料による試作。経済産業省の公式サイトではありません。")


def is_english(address: str) -> bool:
    return f"{address}/".startswith("/en/")


def other_language_url(address: str) -> str:
    """The same page in the other language: `/en/` stands before the Japanese address.

    Never leads off the site: `/en//elsewhere` is a path, not a host.
    """
    if is_english(address):
        return escape_leading_slashes(address.removeprefix("/en") or "/")
    return f"/en{address}"
