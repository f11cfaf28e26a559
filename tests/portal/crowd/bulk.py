from collections.abc import Iterable
from typing import Any

from django.db import models


def bulk(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> Any:
    """A row of `model` of each dict, in one statement."""
    return model._default_manager.bulk_create([model(**row) for row in rows])
