from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "monitoring"
    verbose_name = "目標と実施状況の確認"

    def ready(self) -> None:
        from monitoring import models
        from monitoring.querysets import SUBJECTS
        from sources import citable

        own = " ".join(SUBJECTS)
        below = {
            parent: " ".join(f"{parent}__{subject}" for subject in SUBJECTS)
            for parent in ("indicator", "rule")
        }
        citable.register(models.Indicator, "name unit counting_rule cumulative", root=own)
        citable.register(models.IndicatorValue, "amount", root=below["indicator"])
        citable.register(
            models.ReviewRule,
            "words composition method published_in feeds",
            root=own,
        )
        citable.register(models.Reviewer, "body", root=below["rule"])
        citable.register(models.Review, "held_on result published_in", root=below["rule"])
