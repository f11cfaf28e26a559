"""A bureau is always public; what it states shows only with a public document that says so."""

from sources.models import Claim
from tests.world import DRAFT, bureau, cite, document, pointing_at, statement


def read(client):
    return client.get(bureau().get_absolute_url()).content.decode()


def test_a_statement_shows_with_its_document(db, clock, client):
    cite(statement(bureau(), "自治体と連携する。"), "text", document(), "自治体と連携する。")
    assert "自治体と連携する。" in read(client)


def test_a_claim_about_a_statement_of_a_hidden_document_tells_nothing(db, clock, client):
    hidden = statement(bureau(), "まだ公表していない方針。")
    cite(hidden, "text", document("hidden", **DRAFT), "まだ公表していない方針。")
    said = {"document": document(), "words": "全国で初めて", "said_by": "局"}
    Claim.objects.create(**pointing_at(hidden, ""), **said)
    page = read(client)
    assert "まだ公表していない" not in page
    assert "全国で初めて" not in page


def test_a_text_whose_heading_alone_is_told_publicly_stays_out(db, clock, client):
    told = statement(bureau(), "まだ公表していない方針。", heading="方針")
    cite(told, "heading", document(), "方針")
    assert "まだ公表していない" not in read(client)
