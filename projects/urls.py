from django.urls import path

from projects import views

urlpatterns = [
    path("projects/", views.project_list, name="projects"),
    path("projects/<slug:slug>/", views.project_detail, name="project"),
    path("plans/", views.plan_list, name="plans"),
    path("plans/<slug:slug>/", views.plan_detail, name="plan"),
    path("programmes/", views.programme_list, name="programmes"),
    path("programmes/<slug:slug>/", views.programme_detail, name="programme"),
]
