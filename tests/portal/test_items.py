"""Which cooperation items count as having activities on file."""

import pytest
from django.urls import reverse

from partnerships.models import Commitment
from portal.items import BEGUN, Items
from projects.models import CommitmentProject
from tests.portal.markup import parse, words
from tests.world import COMING, NOW, activity, agreement, commitment, day, project


def told(item, name="one", progress="done", **more):
    """A project with an activity, linked to the item."""
    made = project(name, **more)
    activity(made, name, state=progress)
    CommitmentProject.objects.create(commitment=item, project=made)
    return made


@pytest.fixture
def branch(db):
    """An item, and the only one below it."""
    above = commitment(agreement("one"), "上", "下")
    return above, above.children.get()


def counted():
    return {name: figure.count for name, figure in Items(NOW).figures().items()}


def test_items_with_others_below_are_not_counted(branch):
    assert list(Items(NOW).asked("")) == [branch[1]]


@pytest.mark.parametrize("linked", [0, 1], ids=["to the item above", "to the item"])
def test_an_item_counts_by_what_is_linked_to_it_or_above(branch, linked):
    told(branch[linked])
    assert counted() == {"all": 1, "begun": 1, "planned": 0, "none": 0}


def test_what_is_linked_far_above_counts_for_every_item_below(db, django_assert_num_queries):
    top = commitment(agreement("one"), "上", "下")
    above = top.children.get()
    for number in range(6):
        kept = {"agreement": top.agreement, "level": top.level}
        above = Commitment.objects.create(parent=above, heading=f"{number}", **kept)
    told(top)
    with django_assert_num_queries(2):
        assert counted() == {"all": 1, "begun": 1, "planned": 0, "none": 0}
    assert list(Items(NOW).asked(BEGUN)) == [above]


def test_what_is_linked_to_an_item_does_not_count_for_the_one_beside(db):
    top = commitment(agreement("one"), "上", "下", "横")
    told(top.children.get(text="下"))
    assert counted() == {"all": 2, "begun": 1, "planned": 0, "none": 1}


def test_what_is_only_planned_is_not_begun(branch):
    told(branch[1], progress="planned")
    assert counted() == {"all": 1, "begun": 0, "planned": 1, "none": 0}


def test_a_project_without_activities_tells_nothing(branch):
    CommitmentProject.objects.create(commitment=branch[1], project=project("one"))
    assert counted() == {"all": 1, "begun": 0, "planned": 0, "none": 1}


def test_hidden_projects_and_agreements_do_not_count(branch):
    told(branch[1], **COMING)
    commitment(agreement("hidden", **COMING), "秘")
    assert counted() == {"all": 1, "begun": 0, "planned": 0, "none": 1}


def test_two_projects_count_an_item_once(branch):
    for name in ("one", "two"):
        told(branch[1], name)
    assert Items(NOW).asked(BEGUN).count() == 1


def test_an_item_leads_to_its_place_in_the_agreement(branch, client, clock):
    listed = client.get(reverse("statistics-items"), {"activities": "none"}).content.decode()
    address = f"{branch[1].agreement.get_absolute_url()}#item-{branch[1].pk}"
    assert f'href="{address}"' in listed
    place = parse(client.get(address).content.decode()).find(f".//*[@id='item-{branch[1].pk}']")
    assert "下" in words(place)


def test_an_item_without_documents_is_told_without_accusation(branch, client, clock):
    sentence = "この事項の取組を記した資料は未登録です（取組がないことを示すものではありません）。"
    assert sentence in client.get(reverse("statistics-items")).content.decode()
    told(branch[1])
    assert sentence not in client.get(reverse("statistics-items")).content.decode()


def test_an_item_stands_under_the_words_of_the_items_above(branch, client, clock):
    [row] = _listed(client, "")
    assert [words(part) for part in row][:2] == ["(1) 上", "○ 下"]


def _listed(client, query):
    page = parse(client.get(f"{reverse('statistics-items')}{query}").content.decode())
    return page.findall(".//ul[@class='rows items']/li")


def test_the_kind_that_is_listed_is_marked_in_words(branch, client, clock):
    page = parse(client.get(reverse("statistics-items"), {"activities": "none"}).content.decode())
    [chosen] = page.findall(".//ul[@class='tags']//a[@aria-current]")
    assert words(chosen) == "選択中：取組を記した資料が未登録の事項（1件）"


def test_the_items_of_one_agreement(branch, client, clock):
    commitment(agreement("two"), "別", "別の下")
    assert len(_listed(client, "")) == 2
    assert len(_listed(client, "?agreement=two")) == len(_listed(client, "?agreement=one")) == 1
    [none] = _listed(client, "?agreement=nonsense")
    assert none.get("class") == "none"


def test_agreement_by_agreement_the_kinds_exclude_each_other_and_make_up_all(branch):
    told(branch[1], progress="planned")
    commitment(agreement("two", signed_on=day("2021年4月22日")), "別", "別の下")
    rows = Items(NOW).by_agreement()
    assert [(row.url.partition("agreement=")[2], row.count) for row in rows] == [
        ("two", 1),
        ("one", 1),
    ]
    assert [[part.count for part in row.parts] for row in rows] == [[0, 0, 1], [0, 1, 0]]
