"""Root addresses: Japanese at `/`, English at `/en/`, the staff's desk at `/admin/`."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, include, path

from portal.views.gallery import gallery


def development(debug: bool) -> list[URLPattern]:
    """The gallery of components: no page of the public site."""
    return [path("gallery/", gallery, name="gallery")] if debug else []


urlpatterns = [
    *development(settings.DEBUG),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("portal.urls")),
        path("", include("partnerships.urls")),
        path("", include("projects.urls")),
        path("", include("sources.urls")),
        prefix_default_language=False,
    ),
]
