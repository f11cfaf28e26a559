"""What may be deleted, and what goes with it."""

from partnerships.models import Agreement, Party
from projects.models import Project
from sources.models import Citation, SourceDocument
from tests.admin.pages import errors, words


def test_what_readers_could_see_is_not_deleted(world, officer, system):
    for desk in (officer, system):
        assert desk.delete(world.agreement).status_code == 403
        assert "deletelink" not in desk.open(world.agreement).content.decode()
    officer.send(world.before, state="draft")
    assert officer.delete(world.before).status_code == 403
    assert Project.objects.filter(pk=world.before.pk).exists()


def test_a_draft_is_deleted_with_its_sources(drafts, officer):
    """Its agreement's links go with it; what it only leads to stays."""
    project = drafts.project
    assert "出典" in words(officer.open(project, "delete"))
    response = officer.delete(project)
    assert response.status_code == 302
    assert not Project.objects.filter(pk=project.pk).exists()
    left = Citation.objects.prefetch_related("record")
    assert left
    assert not [row for row in left if row.record is None]
    assert Agreement.objects.filter(pk=drafts.agreement.pk).exists()


def test_a_row_deleted_in_an_inline_takes_its_sources_along(world, officer):
    party = world.agreement.parties.get(municipality=world.kushiro)
    assert Citation.objects.about([party]).exists()
    response = officer.send(world.agreement, parties__1__DELETE="on")
    assert response.status_code == 302, errors(response)
    assert not Party.objects.filter(pk=party.pk).exists()
    assert not Citation.objects.about([Party(pk=party.pk)]).exists()


def test_what_others_need_is_not_deleted(drafts, officer):
    page = words(officer.open(drafts.document, "delete"))
    assert "削除" in page
    officer.delete(drafts.document)
    assert SourceDocument.objects.filter(pk=drafts.document.pk).exists()
