"""A small content file for tests, and what loading it says."""

import io
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command

TEXT = """\
# 試験の覚書について
2021年4月20日
試験局は、試験市と覚書を締結します。

## 1. 概要
日時：2021年4月22日(木)
試験市は、支援の窓口を充実する。
昨年6月に相談会を開いた。
"""

DOCUMENT = """
[document]
slug = "test-release"
bureau = "hokkaido"
publish_at = 2021-04-20T00:00:00+09:00
kind = "press_release"
text_file = "test.txt"
outline = ["（冒頭）", "1. 概要"]
place = "（冒頭）"
title.quote = "試験の覚書について"
issued_on.quote = "2021年4月20日"
"""

ORGANIZATION = """
[[organizations]]
slug = "test-center"
kind = "support"
name = { value = "窓口", quote = "支援の窓口", place = "1. 概要" }
"""

AGREEMENT = """
[[agreements]]
slug = "test-agreement"
kind = "memorandum"
display_title = { value = "試験の覚書", basis = "editorial", reason = "標題による。" }
announced_on = { quote = "2021年4月20日", place = "（冒頭）" }

    [[agreements.parties]]
    place = "（冒頭）"
    municipality = { value = "012068", quote = "試験市と覚書を締結します。" }

    [[agreements.commitments]]
    level = "memorandum"
    number = "(1)"
    place = "1. 概要"
    heading = "窓口の充実"

        [[agreements.commitments.children]]
        id = "window"
        level = "initiative"
        text.quote = "試験市は、支援の窓口を充実する。"
"""

PROJECT = """
[[projects]]
slug = "test-project"
title = "相談会"

    [[projects.commitments]]
    commitment = { value = "window", basis = "editorial", reason = "窓口の事業のため。" }

    [[projects.activities]]
    kind = "event"
    state = "done"
    place = "1. 概要"
    text.quote = "昨年6月に相談会を開いた。"
    happened_on = { value = "昨年6月", quote = "昨年6月に相談会を開いた。" }

        [[projects.activities.participants]]
        role = "host"
        organization = "test-center"
"""

WHOLE = DOCUMENT + ORGANIZATION + AGREEMENT + PROJECT


def write(folder: Path, content: str = WHOLE, name: str = "000-test.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def load(*paths: Path, **options: Any) -> str:
    """Run the command on the folder of the paths, else on the product's own; what it prints."""
    out = io.StringIO()
    folder = {"folder": paths[0].parent} if paths else {}
    call_command("load_content", stdout=out, stderr=out, **folder, **options)
    return out.getvalue()


def history_rows() -> int:
    return sum(
        model._default_manager.count()
        for model in apps.get_models()
        if model.__name__.startswith("Historical")
    )
