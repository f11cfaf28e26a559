"""Organisations are cited too: their page, registered by a room below, gains its sources here."""

from django.contrib import admin

from organizations.admin import OrganizationAdmin
from organizations.models import Organization
from sources.admin.cited import Cited

admin.site.unregister(Organization)


@admin.register(Organization)
class CitedOrganizationAdmin(OrganizationAdmin, Cited):
    pass
