"""One request is one change; what has been taken down answers with its reason."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from editorial.changes import change
from editorial.gone import Withdrawn


class ChangeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with change():
            return self.get_response(request)


class WithdrawnMiddleware:
    """Not the handler of 404: that one is silent while DEBUG is on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Withdrawn):
            return None
        return render(request, "410.html", {"record": error.record}, status=410)
