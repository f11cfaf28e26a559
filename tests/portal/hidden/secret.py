"""The word that no public page may show."""

SECRET = "未公開"
