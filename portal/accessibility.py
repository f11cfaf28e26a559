"""What was tested of JIS X 8341-3:2016 (levels A and AA), by criterion; the page claims no more.

The names of the criteria are those that the standard prints.
"""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SET_ON = date(2026, 11, 22)
TESTED_ON = date(2026, 11, 22)

A, AA = "A", "AA"


class Result(models.TextChoices):
    NOTHING_FOUND = "nothing_found", _("検査した範囲では問題なし")
    NOT_APPLICABLE = "not_applicable", _("該当なし")
    UNTESTED = "untested", _("未試験")


FOUND_NOTHING, APPLIES_NOT, UNTESTED = Result.NOTHING_FOUND, Result.NOT_APPLICABLE, Result.UNTESTED


class Criterion(NamedTuple):
    number: str
    name: Promise
    level: str
    result: Result
    how: Promise

    @property
    def applies(self) -> bool:
        return self.result != Result.NOT_APPLICABLE


NO_MEDIA = _("音声・動画はありません。")
BY_PEOPLE = _("人による確認が必要です。")

CRITERIA = [
    Criterion(
        "1.1.1",
        _("非テキストコンテンツ"),
        A,
        FOUND_NOTHING,
        _("検査ツール（図の名前）。地図と表に同じ行き先があることの検査。"),
    ),
    Criterion("1.2.1", _("音声だけ及び映像だけ（収録済み）"), A, APPLIES_NOT, NO_MEDIA),
    Criterion("1.2.2", _("キャプション（収録済み）"), A, APPLIES_NOT, NO_MEDIA),
    Criterion(
        "1.2.3",
        _("音声解説又はメディアに対する代替コンテンツ（収録済み）"),
        A,
        APPLIES_NOT,
        NO_MEDIA,
    ),
    Criterion("1.2.4", _("キャプション（ライブ）"), AA, APPLIES_NOT, NO_MEDIA),
    Criterion("1.2.5", _("音声解説（収録済み）"), AA, APPLIES_NOT, NO_MEDIA),
    Criterion(
        "1.3.1",
        _("情報及び関係性"),
        A,
        FOUND_NOTHING,
        _("検査ツール（表・一覧など）。見出しの順序、入力欄とラベルの対応の検査。"),
    ),
    Criterion("1.3.2", _("意味のある順序"), A, UNTESTED, BY_PEOPLE),
    Criterion("1.3.3", _("感覚的な特徴"), A, UNTESTED, BY_PEOPLE),
    Criterion(
        "1.4.1",
        _("色の使用"),
        A,
        FOUND_NOTHING,
        _("検査ツール（文中のリンク）。地図の印が状況ごとに違う形であることの検査。"),
    ),
    Criterion("1.4.2", _("音声の制御"), A, APPLIES_NOT, NO_MEDIA),
    Criterion(
        "1.4.3",
        _("コントラスト（最低限レベル）"),
        AA,
        FOUND_NOTHING,
        _("検査ツール（文字と背景の対比。図の中の文字は未試験）。"),
    ),
    Criterion(
        "1.4.4",
        _("テキストのサイズ変更"),
        AA,
        FOUND_NOTHING,
        _(
            "検査ツール（拡大を禁じていないこと）。"
            "幅320ピクセルで文字が切れず、横スクロールが生じないことの検査。"
        ),
    ),
    Criterion("1.4.5", _("文字画像"), AA, APPLIES_NOT, _("文字を画像にしたものはありません。")),
    Criterion(
        "2.1.1",
        _("キーボード"),
        A,
        FOUND_NOTHING,
        _("キーボードだけで、ホームから資料の該当箇所まで進む検査。ほかの経路は未試験です。"),
    ),
    Criterion(
        "2.1.2",
        _("キーボードトラップなし"),
        A,
        FOUND_NOTHING,
        _("同じ経路で、フォーカスが先へ進むことの検査。"),
    ),
    Criterion("2.2.1", _("タイミング調整可能"), A, APPLIES_NOT, _("操作の制限時間はありません。")),
    Criterion(
        "2.2.2",
        _("一時停止，停止及び非表示"),
        A,
        APPLIES_NOT,
        _("自動で動くもの、自動で更新されるものはありません。"),
    ),
    Criterion(
        "2.3.1",
        _("3回のせん（閃）光，又はしきい（閾）値以下"),
        A,
        APPLIES_NOT,
        _("点滅するものはありません。"),
    ),
    Criterion(
        "2.4.1",
        _("ブロックスキップ"),
        A,
        FOUND_NOTHING,
        _("検査ツール。本文へ移るリンクと、その移動先の検査。"),
    ),
    Criterion(
        "2.4.2",
        _("ページタイトル"),
        A,
        FOUND_NOTHING,
        _("検査ツール。題名が空でなく、ほかのページと重ならないことの検査。"),
    ),
    Criterion("2.4.3", _("フォーカス順序"), A, UNTESTED, BY_PEOPLE),
    Criterion(
        "2.4.4",
        _("リンクの目的（コンテキスト内）"),
        A,
        FOUND_NOTHING,
        _("検査ツール（リンクの名前があること）。名前から目的が分かるかどうかは未試験です。"),
    ),
    Criterion(
        "2.4.5",
        _("複数の手段"),
        AA,
        FOUND_NOTHING,
        _("すべてのページがサイトマップにつながり、切れたリンクがないことの検査。"),
    ),
    Criterion(
        "2.4.6",
        _("見出し及びラベル"),
        AA,
        UNTESTED,
        _("空でないことだけを検査しています。主題や目的を示すかどうかは、人による確認が必要です。"),
    ),
    Criterion(
        "2.4.7",
        _("フォーカスの可視化"),
        AA,
        FOUND_NOTHING,
        _("キーボードの経路のすべてのフォーカスに枠線が表示されることの検査。"),
    ),
    Criterion(
        "3.1.1",
        _("ページの言語"),
        A,
        FOUND_NOTHING,
        _("検査ツール。日本語・英語の各ページの言語の指定の検査。"),
    ),
    Criterion(
        "3.1.2",
        _("一部分の言語"),
        AA,
        FOUND_NOTHING,
        _("検査ツール。英語のページの中の日本語に指定があることの検査。"),
    ),
    Criterion("3.2.1", _("フォーカス時"), A, UNTESTED, BY_PEOPLE),
    Criterion(
        "3.2.2",
        _("入力時"),
        A,
        FOUND_NOTHING,
        _("条件を変えてもフォーカスが移らず、件数が知らされることの検査（協定等の一覧）。"),
    ),
    Criterion("3.2.3", _("一貫したナビゲーション"), AA, UNTESTED, BY_PEOPLE),
    Criterion("3.2.4", _("一貫した識別性"), AA, UNTESTED, BY_PEOPLE),
    Criterion(
        "3.3.1",
        _("エラーの特定"),
        A,
        FOUND_NOTHING,
        _("読み取れない条件の欄に、誤りの説明が結び付けられることの検査（協定等の一覧）。"),
    ),
    Criterion(
        "3.3.2",
        _("ラベル又は説明"),
        A,
        FOUND_NOTHING,
        _("検査ツール。すべての入力欄にラベルがあることの検査。"),
    ),
    Criterion(
        "3.3.3",
        _("エラー修正の提案"),
        AA,
        FOUND_NOTHING,
        _("誤りの説明が直し方を示すことの検査（協定等の一覧）。"),
    ),
    Criterion(
        "3.3.4",
        _("エラー回避（法的，金融及びデータ）"),
        AA,
        APPLIES_NOT,
        _("契約、支払、データの変更を伴う入力はありません。"),
    ),
    Criterion(
        "4.1.1",
        _("構文解析"),
        A,
        FOUND_NOTHING,
        _("検査ツール。HTMLの構文と、id属性の重複の検査。"),
    ),
    Criterion(
        "4.1.2",
        _("名前（name），役割（role）及び値（value）"),
        A,
        FOUND_NOTHING,
        _("検査ツール（ARIAの指定、操作できるものの名前）。"),
    ),
]
