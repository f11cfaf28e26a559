"""One request is one change."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from editorial.changes import change


class ChangeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with change():
            return self.get_response(request)
