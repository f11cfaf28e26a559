"""What `/search/` finds: the public records of every room, with the texts that they hold."""

from django.utils.translation import gettext_lazy as _

from portal.searched import agreements, organizations, places, projects, sources
from search.registry import register


def register_all() -> None:
    """Places and agreements first: what readers look for most."""
    register("municipalities", _("市区町村"), places.municipalities)
    register("agreements", _("協定等"), agreements.agreements)
    register("projects", _("プロジェクト・取組"), projects.projects)
    register("plans", _("計画"), projects.plans)
    register("programmes", _("施策・制度"), projects.programmes)
    register("organizations", _("機関・企業"), organizations.organizations)
    register("themes", _("分野"), agreements.themes)
    register("prefectures", _("都道府県"), places.prefectures)
    register("bureaus", _("経済産業局"), places.bureaus)
    register("documents", _("資料"), sources.documents)
    register("terms", _("用語"), sources.terms)
