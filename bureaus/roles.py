"""The roles of staff as groups: what they may do. Whose records they may do it to, scope says."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q

VIEWERS = "閲覧者"
EDITORS = "作成者"

# By their labels: these rooms stand above this one.
ROOMS = ("organizations", "sources", "partnerships", "projects", "monitoring")
RECORDS = Q(content_type__app_label__in=ROOMS) & ~Q(content_type__model__startswith="historical")
REFERENCE = Q(content_type__app_label="municipalities") | Q(
    content_type__app_label="bureaus", content_type__model__in=("bureau", "jurisdiction")
)
LOOK = Q(codename__startswith="view_") & (RECORDS | REFERENCE)
ROLES = {VIEWERS: LOOK, EDITORS: LOOK | RECORDS}


@transaction.atomic
def ensure_roles() -> None:
    """Create the groups, and give each exactly its permissions. Needs the migrated tables."""
    for name, permissions in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(Permission.objects.filter(permissions))
