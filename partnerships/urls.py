from django.urls import path

from partnerships import views

urlpatterns = [
    path("agreements/", views.agreement_list, name="agreements"),
    path("agreements/<slug:slug>/", views.agreement_detail, name="agreement"),
]
