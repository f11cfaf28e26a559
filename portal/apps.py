from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "公開ページ"

    def ready(self) -> None:
        from portal import searched

        searched.register_all()
