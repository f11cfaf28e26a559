"""The admin as an officer's browser sees it: pages are opened, their forms filled in and sent."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from django.db import models
from django.test import Client
from django.urls import reverse


def address(row: models.Model | type[models.Model], page: str = "change") -> str:
    """The address of a page of a row, or (changelist, add) of a model."""
    arguments = [row.pk] if isinstance(row, models.Model) else []
    name = f"{row._meta.app_label}_{row._meta.model_name}"
    return reverse(f"admin:{name}_{page}", args=arguments)


def body(response: Any) -> Any:
    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    return page.find("body")


def words(response: Any) -> str:
    """What stands on the page, its white space made single."""
    return " ".join("".join(body(response).itertext()).split())


def form_of(response: Any) -> dict[str, Any]:
    """What a browser would send if nothing was typed."""
    main = next(form for form in body(response).iter("form") if is_main(form))
    data: dict[str, Any] = {}
    for element in main.iter():
        name = element.get("name")
        if name and "__prefix__" not in name and (value := value_of(element)) is not None:
            data.setdefault(name, []).append(value)
    return data


def is_main(form: Element) -> bool:
    return form.get("id", "").endswith("_form") and form.get("method") == "post"


def value_of(element: Element) -> str | None:
    """The value that an element of a form sends; None for buttons, and what is not ticked."""
    if element.tag == "textarea":
        return "".join(element.itertext()).removeprefix("\n")
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        return (chosen or options[:1])[0].get("value", "") if chosen or options else ""
    if element.tag != "input" or element.get("type") == "submit":
        return None
    if element.get("type") in {"checkbox", "radio"}:
        return element.get("value", "on") if element.get("checked") is not None else None
    return element.get("value", "")


@dataclass
class Desk:
    """A member of staff at the admin."""

    client: Client
    user: Any

    def open(self, row: Any, page: str = "change", **query: Any) -> Any:
        return self.client.get(address(row, page), query)

    def send(self, row: Any, page: str = "change", form: Any = None, **typed: Any) -> Any:
        """Open a page, type into its fields, and save. `form`: a page opened earlier.

        In `typed` a double underscore stands for a hyphen: `parties__0__order`.
        """
        data = form_of(form or self.open(row, page))
        data.update({name.replace("__", "-"): value for name, value in typed.items()})
        return self.client.post(address(row, page), data)

    def delete(self, row: models.Model) -> Any:
        return self.client.post(address(row, "delete"), {"post": "yes"})

    def listed(self, model: type[models.Model], **query: Any) -> list[Any]:
        """The rows of a list."""
        return list(self.open(model, "changelist", **query).context["cl"].result_list)

    def found(self, model: type[models.Model], field: str, term: str = "") -> list[str]:
        """What an autocomplete of a field offers."""
        source = {"app_label": model._meta.app_label, "model_name": str(model._meta.model_name)}
        response = self.client.get(
            reverse("admin:autocomplete"), {**source, "field_name": field, "term": term}
        )
        return [result["text"] for result in response.json()["results"]]


def errors(response: Any) -> str:
    """All messages on a form that was not saved."""
    assert response.status_code == 200, "the form was saved"
    return " ".join(
        "".join(element.itertext()).strip()
        for element in body(response).iter("ul")
        if "errorlist" in (element.get("class") or "")
    )


def messages(response: Any, client: Client) -> list[str]:
    """The messages on the page that follows a save."""
    assert response.status_code == 302, errors(response)
    page = client.get(response.headers["Location"])
    return [str(message) for message in page.context["messages"]]
