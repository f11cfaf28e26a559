"""What every page knows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import escape_leading_slashes


def site(request: HttpRequest) -> dict[str, str]:
    return {
        "operator_name": settings.OPERATOR_NAME,
        "other_language_url": other_language_url(request.get_full_path()),
    }


def other_language_url(address: str) -> str:
    """The same page in the other language: `/en/` stands before the Japanese address.

    Never leads off the site: `/en//elsewhere` is a path, not a host.
    """
    if f"{address}/".startswith("/en/"):
        return escape_leading_slashes(address.removeprefix("/en") or "/")
    return f"/en{address}"
