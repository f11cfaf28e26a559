"""A bureau's drafts are its own: no list, choice, link or history shows them to another."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType

from editorial.admin import RecordAdmin, ScopedAdmin
from organizations.models import Organization, OrganizationLink
from partnerships.models import Agreement, AgreementTheme, Party
from projects.models import (
    Activity,
    ActivityParticipant,
    AgreementProject,
    CommitmentProject,
    Project,
)
from sources.models import Citation, Claim, Difference, SourceDocument
from tests.admin.pages import address, errors, words
from tests.world import DRAFT, agreement, bureau, organization, project, theme

MODELS = [model for model, own in admin.site._registry.items() if isinstance(own, ScopedAdmin)]
RECORDS = [model for model in MODELS if isinstance(admin.site._registry[model], RecordAdmin)]
every_model = pytest.mark.slow  # opens the pages of every model


def a_row(model):
    """Any row of the world; a statement about an agreement, as that of a bureau is public."""
    rows = model._default_manager.all()
    return (rows.filter(agreement__isnull=False) if model.__name__ == "Statement" else rows).first()


@every_model
def test_another_bureau_sees_no_draft(drafts, neighbour):
    for model in MODELS:
        row = a_row(model)
        assert row not in neighbour.listed(model)
        for page in ("change", "history", "delete"):
            assert neighbour.open(row, page).status_code == 302, row
            assert neighbour.client.post(address(row, page)).status_code == 302, row


@every_model
def test_own_drafts_are_seen_and_changed(drafts, officer):
    for row in map(a_row, MODELS):
        assert row in officer.listed(type(row))
        response = officer.send(row)
        assert response.status_code == 302, errors(response)


@every_model
def test_another_bureau_reads_what_is_published_and_changes_nothing(world, neighbour):
    for row in map(a_row, MODELS):
        assert row in neighbour.listed(type(row))
        page = neighbour.open(row)
        assert page.status_code == 200, row
        assert "opened_version" not in page.content.decode()
        for refused in ("change", "delete"):
            response = neighbour.client.post(address(row, refused), {"post": "yes"})
            assert response.status_code == 403, row
        assert type(row)._default_manager.filter(pk=row.pk).exists()


@every_model
def test_history_is_for_those_who_may_change_and_for_headquarters(
    world, neighbour, officer, headquarters
):
    """It holds what stood there before the publication."""
    for row in map(a_row, MODELS):
        assert neighbour.open(row, "history").status_code == 403, row
        assert officer.open(row, "history").status_code == 200, row
        assert headquarters.open(row, "history").status_code == 200, row


@every_model
def test_headquarters_reads_all_and_changes_nothing(drafts, headquarters):
    for row in map(a_row, MODELS):
        assert row in headquarters.listed(type(row))
        assert headquarters.open(row).status_code == 200, row
        assert headquarters.client.post(address(row)).status_code == 403, row
        assert headquarters.open(type(row), "add").status_code in (403, 302), row


@every_model
def test_the_system_changes_everything(drafts, system):
    for row in map(a_row, MODELS):
        response = system.send(row)
        assert response.status_code == 302, errors(response)


def test_no_autocomplete_offers_a_draft_of_another_bureau(drafts, neighbour, officer):
    for source, field in [key for model in RECORDS for key in foreign_keys_to(model)]:
        assert neighbour.found(source, field) == []
        assert officer.found(source, field) != []


def foreign_keys_to(model):
    for relation in model._meta.related_objects:
        if relation.one_to_many and relation.related_model in admin.site._registry:
            yield relation.related_model, relation.field.name


def test_a_foreign_draft_cannot_be_named_in_a_form(drafts, neighbour):
    own = agreement("tohoku-aomori-2021", bureau=bureau("tohoku"), **DRAFT)
    response = neighbour.send(own, succeeds=drafts.agreement.pk)
    assert "候補にありません" in errors(response)
    response = neighbour.send(own, parties__0__organization=drafts.organization.pk)
    assert "候補にありません" in errors(response)
    assert not Agreement.objects.exclude(pk=drafts.successor.pk).filter(succeeds__isnull=False)


def test_a_foreign_row_cannot_be_taken_over_in_an_inline(world, neighbour):
    own = agreement("tohoku-aomori-2021", bureau=bureau("tohoku"), **DRAFT)
    theirs = world.agreement.parties.first()
    neighbour.send(own, parties__0__id=theirs.pk, parties__0__agreement=own.pk)
    neighbour.send(own, parties__0__id=theirs.pk, parties__0__agreement=world.agreement.pk)
    assert Party.objects.get(pk=theirs.pk).agreement == world.agreement
    assert world.agreement.parties.count() == 3


def test_a_link_is_made_by_the_bureau_of_the_agreement(world, neighbour):
    theirs = project("tohoku-project", bureau=bureau("tohoku"))
    response = neighbour.send(
        AgreementProject, "add", agreement=world.agreement.pk, project=theirs.pk
    )
    assert "候補にありません" in errors(response)
    response = neighbour.send(
        CommitmentProject,
        "add",
        commitment=world.commitment.pk,
        project=theirs.pk,
        reason="内容が対応するため。",
    )
    assert "候補にありません" in errors(response)
    assert AgreementProject.objects.count() == CommitmentProject.objects.count() == 1


@every_model
def test_nobody_registers_for_another_bureau(db, neighbour):
    for model in RECORDS:
        count = model._default_manager.count()
        page = neighbour.open(model, "add")
        field = page.context["adminform"].form.fields["bureau"]
        assert list(field.queryset) == [bureau("tohoku")]
        assert "候補にありません" in errors(neighbour.send(model, "add", bureau=bureau().pk))
        assert model._default_manager.count() == count


def test_a_record_is_not_given_away(world, officer):
    response = officer.send(world.agreement, bureau=bureau("tohoku").pk)
    assert "候補にありません" in errors(response)
    assert Agreement.objects.get(pk=world.agreement.pk).bureau == world.bureau


def test_filters_name_only_what_is_listed(drafts, neighbour, officer):
    own = agreement("tohoku-aomori-2021", bureau=bureau("tohoku"), **DRAFT)
    AgreementTheme.objects.create(agreement=drafts.agreement, theme=theme("food", "食"))
    page = words(neighbour.open(type(own), "changelist"))
    assert "観光" not in page
    assert "北海道経済産業局" not in page
    assert "観光" in words(officer.open(type(own), "changelist"))


def test_a_page_hides_the_end_that_its_reader_may_not_see(world, neighbour):
    """A published record may lead to one that went back to being a draft."""
    for row in (world.organization, world.before, world.theme, world.plan, world.network):
        type(row).objects.filter(pk=row.pk).update(**DRAFT)
    hidden = (world.organization.name, world.before.title, world.theme.name, world.plan.title)
    for row in (world.agreement, world.project, world.activity, world.programme):
        page = words(neighbour.open(row))
        assert not [name for name in hidden if name in page]
    lists = (OrganizationLink, AgreementTheme, ActivityParticipant)
    assert all(model.objects.exists() for model in lists)


def test_saving_keeps_a_row_whose_end_is_hidden(world, neighbour):
    own = agreement("tohoku-aomori-2021", parties=(world.organization,), bureau=bureau("tohoku"))
    Organization.objects.update(**DRAFT)
    response = neighbour.send(own, state="draft")
    assert response.status_code == 302, errors(response)
    assert own.parties.count() == 2


def test_a_draft_is_not_deleted_with_the_links_of_another_bureau(world, neighbour):
    theirs = project("tohoku-project", bureau=bureau("tohoku"), **DRAFT)
    AgreementProject.objects.create(agreement=world.agreement, project=theirs)
    assert neighbour.delete(theirs).status_code == 403
    assert Project.objects.filter(pk=theirs.pk).exists()


def test_a_draft_that_needs_a_row_is_not_named_when_it_is_deleted(world, neighbour):
    """Published for a later hour, it could be chosen; back in draft, it could be deleted."""
    theirs = organization("later", "協議会", kind="council", bureau=bureau("tohoku"), **DRAFT)
    for row in (world.organization, world.agreement, world.network):
        type(row).objects.filter(pk=row.pk).update(**DRAFT)
    OrganizationLink.objects.create(of=world.network, organization=theirs, kind="member")
    Party.objects.create(agreement=world.agreement, organization=theirs)
    page = words(neighbour.open(theirs, "delete"))
    assert "ほかの局の下書きで使われています" in page
    assert world.network.name not in page
    assert neighbour.delete(theirs).status_code == 200
    assert Organization.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("model", [Agreement, SourceDocument])
def test_no_redirect_betrays_the_address_of_a_draft(drafts, officer, neighbour, model):
    content_type = ContentType.objects.get_for_model(model)
    for desk in (officer, neighbour):
        found = desk.client.get(f"/admin/r/{content_type.pk}/{a_row(model).pk}/")
        assert found.status_code == 404


def test_only_a_public_record_leads_to_its_public_page(world, drafts, officer):
    assert "公開ページを見る" not in words(officer.open(drafts.agreement))
    Agreement.objects.filter(pk=drafts.agreement.pk).update(
        state="published", publish_at="2021-04-20T00:00Z"
    )
    assert f'href="{drafts.agreement.get_absolute_url()}"' in (
        officer.open(drafts.agreement).content.decode()
    )


def test_no_action_works_on_many_rows_at_once(drafts, officer):
    data = {"action": "delete_selected", "_selected_action": drafts.agreement.pk, "post": "yes"}
    officer.client.post(address(Agreement, "changelist"), data)
    assert Agreement.objects.filter(pk=drafts.agreement.pk).exists()
    assert "_selected_action" not in officer.open(Agreement, "changelist").content.decode()


def test_a_popup_shows_and_makes_no_more_than_a_page(drafts, neighbour):
    assert neighbour.open(drafts.organization, "change", _popup=1).status_code == 302
    assert neighbour.listed(Organization, _popup=1) == []
    response = neighbour.send(
        Organization, "add", name="協議会", kind="council", bureau=bureau().pk
    )
    assert "候補にありません" in errors(response)


@pytest.mark.parametrize("model", [Citation, Difference, Claim])
def test_what_is_said_of_a_draft_is_hidden_with_it(world, neighbour, model):
    count = len(neighbour.listed(model))
    assert count == model.objects.count()
    Agreement.objects.update(**DRAFT)
    assert len(neighbour.listed(model)) < count


def test_a_citation_of_a_hidden_document_is_hidden(world, neighbour):
    SourceDocument.objects.filter(pk=world.older.pk).update(**DRAFT)
    row = Citation.objects.filter(document=world.older).first()
    assert row not in neighbour.listed(Citation)
    assert neighbour.open(row).status_code == 302


def test_nobody_sees_anything_without_a_role(world, officer):
    officer.user.groups.clear()
    for model in MODELS:
        assert officer.open(model, "changelist").status_code == 403
    assert Activity.objects.exists()


def test_an_inactive_account_sees_nothing(world, officer):
    officer.user.is_active = False
    officer.user.save()
    assert officer.open(Agreement, "changelist").status_code == 302


def test_every_model_of_the_rooms_has_a_place_in_the_admin():
    """By a page of its own, or an inline."""
    shown = set(admin.site._registry)
    for own in admin.site._registry.values():
        shown.update(inline.model for inline in own.inlines)
    rooms = {model._meta.app_label for model in shown}
    missing = [
        model
        for model in apps.get_models()
        if model._meta.app_label in rooms and not model.__name__.startswith("Historical")
        if model not in shown
    ]
    assert not missing
