from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = "プロジェクト・計画・施策"

    def ready(self) -> None:
        from projects import models
        from sources import citable

        citable.register(models.Project, "title summary preceded_by")
        citable.register(models.AgreementProject, "project", root="agreement")
        citable.register(models.CommitmentProject, "project", root="commitment__agreement")
        citable.register(models.ProjectBody, "body", root="project")
        citable.register(models.Activity, "heading text happened_on output", root="project")
        citable.register(
            models.ActivityParticipant, "body person office field", root="activity__project"
        )
        citable.register(models.Plan, "title summary adopted_on starts_on ends_on")
        citable.register(models.PlanMaker, "body", root="plan")
        citable.register(models.AgreementPlan, "plan", root="agreement")
        citable.register(models.Programme, "name summary")
        citable.register(models.ProgrammeUse, "relation", root="programme")
