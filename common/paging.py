"""Long lists in pages."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PAGE_SIZE = 20


def page_of(rows: Any, request: HttpRequest) -> Page[Any]:
    """The page of `rows` that `?page=` names; a page that does not exist is the nearest one."""
    return Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
