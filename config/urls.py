"""Root addresses: Japanese at `/`, English at `/en/`, the staff's desk at `/admin/`."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("portal.urls")),
        path("", include("partnerships.urls")),
        path("", include("projects.urls")),
        path("", include("sources.urls")),
        prefix_default_language=False,
    ),
]
