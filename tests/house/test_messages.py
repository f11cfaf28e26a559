"""The English catalogue holds a translation of every text that a public page may show."""

from scripts import messages


def test_the_catalogue_is_what_make_messages_writes():
    po, mo = messages.written(messages.collect())
    assert messages.CATALOGUE.read_bytes() == po, "make messages を実行してください。"
    assert messages.CATALOGUE.with_suffix(".mo").read_bytes() == mo


def test_every_text_has_english():
    assert not messages.untranslated(messages.collect())


def test_texts_are_found_in_modules_and_templates(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "CATALOGUE", tmp_path / "django.po")
    (tmp_path / "templates").mkdir()
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal/views.py").write_text(
        "_('締結日')\npgettext_lazy('暦', '月')\n", encoding="utf-8"
    )
    (tmp_path / "templates/page.html").write_text(
        """<p title="it's">\n  {% translate "発表日" %}\n{{ _("種別") }}
        {% blocktranslate count n=n %}{{ n }} 件{% plural %}{{ n }} 件{% endblocktranslate %}""",
        encoding="utf-8",
    )
    found = {message.id for message in messages.collect()} - {""}
    assert found == {"締結日", "月", "発表日", "種別", ("%(n)s 件", "%(n)s 件")}


def test_a_translation_is_kept_as_long_as_its_text_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "CATALOGUE", tmp_path / "django.po")
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal/views.py").write_text("_('締結日')", encoding="utf-8")
    messages.CATALOGUE.write_text(
        'msgid "締結日"\nmsgstr "date signed"\n\nmsgid "失効"\nmsgstr "expired"\n', encoding="utf-8"
    )
    messages.main()
    kept = {message.id: message.string for message in messages.read() if message.id}
    assert kept == {"締結日": "date signed"}


def test_a_doubtful_translation_counts_as_none(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "CATALOGUE", tmp_path / "django.po")
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal/views.py").write_text("_('締結日')", encoding="utf-8")
    messages.CATALOGUE.write_text('#, fuzzy\nmsgid "締結日"\nmsgstr "date"\n', encoding="utf-8")
    assert messages.untranslated(messages.collect()) == ["締結日"]
