"""What the loader of content files must remember."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class LoadedContent(models.Model):
    """What a record looked like when its content file was last loaded.

    While the record still looks so, nobody has edited it and the file may change it.
    """

    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, verbose_name="記録の種類", related_name="+"
    )
    slug = models.CharField("アドレスの名前", max_length=100)
    digest = models.CharField("登録時の内容の要約値", max_length=64)

    class Meta:
        verbose_name = "資料ファイルからの登録"
        verbose_name_plural = "資料ファイルからの登録"
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "slug"],
                name="imports_loadedcontent_once",
                violation_error_message="この記録はすでに登録されています。",
            ),
        ]

    def __str__(self) -> str:
        return self.slug
