"""The comparison of two agreements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from partnerships.models import Agreement
from portal.comparison import Comparison

LONGEST_SLUG = 100


def compare(request: HttpRequest) -> HttpResponse:
    """`?a=…&a=…`; with fewer than two, what to choose from."""
    now = timezone.now()
    slugs = [slug.replace("\0", "")[:LONGEST_SLUG] for slug in request.GET.getlist("a")]
    listed = Agreement.objects.public(now).to_list(timezone.localdate(now), now)
    context = {
        **Comparison(slugs, now).context(),
        "choices": listed.prefetch_related(None),
    }
    return render(request, "portal/compare.html", context)
