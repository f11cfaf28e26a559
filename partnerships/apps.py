from django.apps import AppConfig


class PartnershipsConfig(AppConfig):
    name = "partnerships"
    verbose_name = "協定等"

    def ready(self) -> None:
        from partnerships.models import (
            Agreement,
            AgreementTheme,
            Amendment,
            Attendee,
            Ceremony,
            Commitment,
            Party,
            Statement,
        )
        from sources import citable

        citable.register(
            Agreement,
            "official_title display_title kind headline renewal_terms announced_on"
            " planned_signing_on signed_on starts_on ends_on ended_on dropped_on succeeds"
            " themes_open_ended",
        )
        citable.register(Party, "body", root="agreement")
        citable.register(AgreementTheme, "theme words", root="agreement")
        citable.register(Amendment, "text agreed_on ends_on", root="agreement")
        citable.register(Statement, "heading text", root="agreement", place="bureau")
        citable.register(Commitment, "heading text", root="agreement")
        citable.register(Ceremony, "held_on hours place", root="agreement")
        citable.register(Attendee, "name", root="ceremony__agreement")
