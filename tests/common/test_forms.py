"""An officer types words and a certainty; the interval follows, and stays when nothing changed."""

from datetime import date

import pytest
from django.contrib import admin
from django.db import models
from django.test.utils import isolate_apps

from common.fields import StatedDateField
from common.forms import StatedDateModelFormMixin
from common.stated_dates import Certainty, StatedDate, read


@pytest.fixture
def pact():
    with isolate_apps("common"):

        class Pact(models.Model):  # noqa: DJ008
            name = models.CharField("名称", max_length=20)
            signed_on = StatedDateField("締結日")

            class Meta:
                app_label = "common"

        yield Pact


@pytest.fixture
def form_class(pact):
    class PactForm(StatedDateModelFormMixin):
        class Meta:
            model = pact
            fields = "__all__"

    return PactForm


def filled(form_class, text, certainty, instance=None):
    data = {"name": "覚書", "signed_on_text": text, "signed_on_certainty": certainty}
    form = form_class(data, instance=instance)
    form.is_valid()
    return form


def test_the_ends_are_not_asked_for(form_class):
    form = form_class()
    assert list(form.fields) == ["name", "signed_on_text", "signed_on_certainty"]
    assert "資料の表記のとおりに" in form.fields["signed_on_text"].help_text


def test_the_interval_is_computed_from_the_words(form_class):
    form = filled(form_class, "令和3年4月", "planned")
    assert form.is_valid()
    assert form.instance.signed_on == StatedDate(
        "令和3年4月", date(2021, 4, 1), date(2021, 4, 30), "planned"
    )
    assert form.warnings == []


def test_what_cannot_be_read_is_an_error_on_its_words(form_class):
    form = filled(form_class, "2021年2月30日", "confirmed")
    assert list(form.errors) == ["signed_on_text"]
    assert "28日まで" in form.errors["signed_on_text"][0]


def test_an_unusual_date_is_accepted_with_a_warning_that_names_it(form_class):
    form = filled(form_class, "平成39年度", "planned")
    assert form.is_valid()
    (warning,) = form.warnings
    assert warning.startswith("締結日：「平成39年度」")


def test_words_need_a_certainty_and_a_certainty_needs_words(form_class):
    assert list(filled(form_class, "令和3年4月", "").errors) == ["signed_on_certainty"]
    assert list(filled(form_class, "", "confirmed").errors) == ["signed_on_text"]


@pytest.mark.parametrize(
    ("text", "certainty", "value"),
    [
        ("", "", None),
        ("", "not_stated", StatedDate("", None, None, Certainty.NOT_STATED)),
        ("特になし", "none", StatedDate("特になし", None, None, Certainty.NONE)),
        ("未定", "", StatedDate("未定", None, None, Certainty.UNDECIDED)),
        ("認定の日から", "planned", StatedDate("認定の日から", None, None, Certainty.PLANNED)),
    ],
)
def test_no_date_may_be_left_empty_or_named_by_its_kind(form_class, text, certainty, value):
    form = filled(form_class, text, certainty)
    assert form.is_valid(), form.errors
    assert form.instance.signed_on == value


def test_relative_words_need_the_day_of_the_document(form_class):
    assert not filled(form_class, "昨年6月", "confirmed").is_valid()

    class DatedForm(form_class):
        def reference_date(self):
            return date(2021, 4, 20)

    assert filled(DatedForm, "昨年6月", "confirmed").instance.signed_on_first == date(2020, 6, 1)


def saved(pact, value):
    row = pact(pk=1, name="覚書", signed_on=value)
    row._state.adding = False
    return row


def test_words_that_stand_as_before_keep_an_interval_known_otherwise(form_class, pact):
    resolved = StatedDate("昨年6月", date(2020, 6, 1), date(2020, 6, 30), Certainty.PLANNED)
    form = filled(form_class, "昨年6月", "planned", saved(pact, resolved))
    assert form.is_valid()
    assert form.instance.signed_on == resolved
    form = filled(form_class, "昨年6月", "confirmed", saved(pact, resolved))
    assert form.is_valid()
    assert form.instance.signed_on_first == date(2020, 6, 1)
    assert form.instance.signed_on_certainty == "confirmed"


def test_changed_words_change_the_interval_and_removed_ones_remove_it(form_class, pact):
    before = read("R3.4.22").value
    form = filled(form_class, "R3.4.23", "confirmed", saved(pact, before))
    assert form.instance.signed_on_first == date(2021, 4, 23)
    form = filled(form_class, "", "", saved(pact, before))
    assert form.is_valid()
    assert form.instance.signed_on is None


def test_a_change_to_an_absence_takes_the_interval_away_and_back(form_class, pact):
    before = read("R3.4.22").value
    form = filled(form_class, "R3.4.22", "undecided", saved(pact, before))
    assert form.instance.signed_on == StatedDate("R3.4.22", None, None, Certainty.UNDECIDED)
    form = filled(form_class, "R3.4.22", "planned", saved(pact, form.instance.signed_on))
    assert form.instance.signed_on_first == date(2021, 4, 22)


def test_the_admin_shows_words_and_certainty_only(pact, rf, admin_user):
    class PactAdmin(admin.ModelAdmin):
        form = StatedDateModelFormMixin

    request = rf.get("/")
    request.user = admin_user
    page = PactAdmin(pact, admin.AdminSite())
    assert page.get_fields(request) == ["name", "signed_on_text", "signed_on_certainty"]
    assert list(page.get_form(request)().fields) == page.get_fields(request)
