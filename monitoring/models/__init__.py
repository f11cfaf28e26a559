from monitoring.models.indicator import (
    Component,
    Cumulative,
    Indicator,
    IndicatorValue,
    ValueKind,
)
from monitoring.models.review import Cycle, Review, Reviewer, ReviewRule
from monitoring.models.subject import Monitored
from monitoring.querysets import SUBJECTS

__all__ = [
    "SUBJECTS",
    "Component",
    "Cumulative",
    "Cycle",
    "Indicator",
    "IndicatorValue",
    "Monitored",
    "Review",
    "ReviewRule",
    "Reviewer",
    "ValueKind",
]
