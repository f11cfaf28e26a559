from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "sources"
    verbose_name = "資料と出典"

    def ready(self) -> None:
        from organizations.models import (
            Organization,
            OrganizationAlias,
            OrganizationLink,
            Representative,
        )
        from sources import citable
        from sources.models import AreaFact, Claim, DocumentIssuer, GlossaryTerm, SourceDocument

        citable.register(
            SourceDocument,
            "title subtitle issued_on reference_on"
            " contact_office contact_phone contact_fax contact_email",
        )
        citable.register(DocumentIssuer, "body", root="document")
        citable.register(
            Organization,
            "name kind corporate_number is_tentative is_planned parent address description",
        )
        citable.register(OrganizationAlias, "name", root="organization")
        citable.register(OrganizationLink, "organization", root="of")
        citable.register(Representative, "name office as_of", root="organization")
        citable.register(AreaFact, "text number survey as_of", root="document")
        citable.register(GlossaryTerm, "term expansion definition provider as_of", root="document")
        citable.register(Claim, "words said_by as_of", root="document")
