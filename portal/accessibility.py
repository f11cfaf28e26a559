"""What was tested of JIS X 8341-3:2016 (level AA), by guideline; the page claims no more."""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SET_ON = date(2026, 11, 22)
TESTED_ON = date(2026, 11, 22)


class Result(models.TextChoices):
    NOTHING_FOUND = "nothing_found", _("検査した範囲では問題なし")
    NOT_APPLICABLE = "not_applicable", _("対象なし")
    UNTESTED = "untested", _("未確認")


class Guideline(NamedTuple):
    number: str
    name: Promise
    criteria: str
    how: Promise
    result: Result


GUIDELINES = [
    Guideline("1.1", _("代替テキスト"), "1.1.1", _("自動検査"), Result.NOTHING_FOUND),
    Guideline(
        "1.2",
        _("時間依存メディア"),
        "1.2.1–1.2.5",
        _("音声・動画はありません"),
        Result.NOT_APPLICABLE,
    ),
    Guideline(
        "1.3",
        _("適応可能"),
        "1.3.1–1.3.3",
        _("自動検査、見出しの順序と入力欄のラベルの検査"),
        Result.NOTHING_FOUND,
    ),
    Guideline(
        "1.4",
        _("判別可能"),
        "1.4.1–1.4.5",
        _("自動検査（色の対比など）、幅320・768・1280ピクセルでの表示の検査"),
        Result.NOTHING_FOUND,
    ),
    Guideline(
        "2.1",
        _("キーボード操作可能"),
        "2.1.1–2.1.2",
        _("キーボードだけで、ホームから資料の該当箇所まで進む検査"),
        Result.NOTHING_FOUND,
    ),
    Guideline(
        "2.2",
        _("十分な時間"),
        "2.2.1–2.2.2",
        _("時間の制限や、自動で動くものはありません"),
        Result.NOT_APPLICABLE,
    ),
    Guideline(
        "2.3", _("発作の防止"), "2.3.1", _("点滅するものはありません"), Result.NOT_APPLICABLE
    ),
    Guideline(
        "2.4",
        _("ナビゲーション可能"),
        "2.4.1–2.4.7",
        _("自動検査、ページの題名・見出し・本文への移動の検査"),
        Result.NOTHING_FOUND,
    ),
    Guideline("3.1", _("読みやすさ"), "3.1.1–3.1.2", _("言語の指定の検査"), Result.NOTHING_FOUND),
    Guideline("3.2", _("予測可能"), "3.2.1–3.2.4", _("人による確認が必要です"), Result.UNTESTED),
    Guideline(
        "3.3",
        _("入力支援"),
        "3.3.1–3.3.4",
        _("入力欄のラベルの検査（3.3.2）"),
        Result.NOTHING_FOUND,
    ),
    Guideline(
        "4.1", _("互換性"), "4.1.1–4.1.2", _("自動検査、HTMLの構文の検査"), Result.NOTHING_FOUND
    ),
]
