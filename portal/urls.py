from django.urls import path

from portal.views import home, organizations, places

urlpatterns = [
    path("", home.home, name="home"),
    path("municipalities/", places.municipality_list, name="municipalities"),
    path("municipalities/<slug:code>/", places.municipality_detail, name="municipality"),
    path("prefectures/<slug:code>/", places.prefecture_detail, name="prefecture"),
    path("bureaus/<slug:slug>/", places.bureau_detail, name="bureau"),
    path("organizations/", organizations.organization_list, name="organizations"),
    path("organizations/<slug:slug>/", organizations.organization_detail, name="organization"),
]
