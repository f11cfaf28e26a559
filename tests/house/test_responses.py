"""What every answer of the site carries: the policy, and the language that its address asks for."""

import pytest

PAGES = ["/", "/en/", "/admin/login/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_the_strict_policy(client, address):
    policy = client.get(address).headers["Content-Security-Policy"]
    for directive in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    ):
        assert directive in policy.split("; ")


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["ja", "en", "fr"])
@pytest.mark.parametrize(
    ("address", "language"),
    [("/", "ja"), ("/en/", "en"), ("/admin/login/", "ja"), ("/nonsense/", "ja")],
)
def test_the_language_follows_from_the_address_alone(client, address, language, asked):
    response = client.get(address, headers={"accept-language": asked})
    assert response.headers["Content-Language"] == language
    assert f'lang="{language}"' in response.content.decode()
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.django_db
def test_an_english_address_without_its_slash_leads_to_the_english_home(client):
    response = client.get("/en")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/")
