from django.urls import path

from sources import views

urlpatterns = [
    path("documents/", views.document_list, name="documents"),
    path("documents/differences/", views.difference_list, name="differences"),
    path("documents/<slug:slug>/", views.document_detail, name="document"),
]
