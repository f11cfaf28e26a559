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
        citable.register(models.Plan, "title summary legal_basis area adopted_on starts_on ends_on")
        citable.register(models.PlanMaker, "body", root="plan")
        citable.register(models.AgreementPlan, "plan", root="agreement")
        citable.register(models.PlanSection, "heading text", root="plan")
        citable.register(models.PlanParticipant, "body is_lead is_contact", root="plan")
        citable.register(models.PlanRole, "text", root="participant__plan")
        citable.register(models.PlanCost, "clause code scope amount", root="plan")
        citable.register(models.PlanField, "text sector", root="plan")
        citable.register(models.SectorCount, "number", root="plan")
        citable.register(models.PlanLink, "other", root="plan")
        citable.register(models.PlanProject, "project", root="plan")
        citable.register(models.Programme, "name kind number frequency summary")
        citable.register(models.ProgrammeProvider, "body", root="programme")
        citable.register(
            models.ProgrammeUse, "body relation timing title and_others", root="programme"
        )
        citable.register(models.UseFunder, "body", root="use__programme")
