from django.urls import path

from portal.open_data.lists import LISTS
from portal.open_data.records import RECORDS
from portal.views import (
    calendar,
    comparison,
    data,
    home,
    open_data,
    organizations,
    places,
    search,
    site,
    statistics,
    themes,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("themes/", themes.theme_list, name="themes"),
    path("themes/<slug:slug>/", themes.theme_detail, name="theme"),
    path("municipalities/", places.municipality_list, name="municipalities"),
    path("municipalities/<slug:code>/", places.municipality_detail, name="municipality"),
    path("prefectures/<slug:code>/", places.prefecture_detail, name="prefecture"),
    path("bureaus/<slug:slug>/", places.bureau_detail, name="bureau"),
    path("organizations/", organizations.organization_list, name="organizations"),
    path("organizations/<slug:slug>/", organizations.organization_detail, name="organization"),
    path("about/", site.about, name="about"),
    path("accessibility/", site.accessibility, name="accessibility"),
    path("terms/", site.terms, name="terms"),
    path("privacy/", site.privacy, name="privacy"),
    path("sitemap/", site.sitemap, name="sitemap"),
    path("corrections/", site.corrections, name="corrections"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/items/", statistics.item_list, name="statistics-items"),
    path("compare/", comparison.compare, name="compare"),
    path("data/", data.data, name="data"),
    *(
        path(f"{noun}/list.<slug:form>", open_data.list_file, {"noun": noun}, f"{noun}-list")
        for noun in LISTS
    ),
    path("agreements/<slug:slug>.json", open_data.agreement_json, name="agreement-json"),
    path("agreements/<slug:slug>.txt", open_data.agreement_text, name="agreement-text"),
    path("agreements/<slug:slug>.xlsx", open_data.agreement_excel, name="agreement-excel"),
    path("documents/<slug:slug>.json", open_data.document_json, name="document-json"),
    *(
        path(f"{noun}/<slug:slug>.json", open_data.record_json, {"noun": noun}, f"{noun}-json")
        for noun in RECORDS
    ),
    path("search/", search.search_page, name="search"),
]
