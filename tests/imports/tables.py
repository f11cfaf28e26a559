"""Files of agreements, and what the command says about them."""

import csv
import io
from pathlib import Path

from django.core.management import CommandError, call_command

from partnerships.models import Agreement
from partnerships.resources import AgreementResource

HEADERS = AgreementResource.headers()
KUSHIRO = {
    "協定等ID": "hokkaido-kushiro-2021",
    "担当局": "北海道経済産業局",
    "種別": "覚書",
    "件名": "釧路市との覚書",
    "連携する自治体の団体コード": "012068",
    "分野": "観光;人材",
    "発表日": "2021年4月20日",
    "締結予定日": "2021年4月22日(木)",
    "締結式の日": "2021年4月22日(木)（予定）",
    "締結式の時刻": "13:30~14:00",
    "締結式の場所": "釧路市役所",
}


def write(folder: Path, *rows: dict[str, str], encoding: str = "utf-8") -> Path:
    """A file with the columns of all rows; a row is a dict from header to cell."""
    buffer = io.StringIO()
    headers = dict.fromkeys(name for row in rows for name in row)
    writer = csv.DictWriter(buffer, list(headers), restval="")
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "協定一覧.csv"
    path.write_bytes(buffer.getvalue().encode(encoding))
    return path


def run(path: Path, *options: str) -> str:
    """What `import_agreements` prints."""
    out = io.StringIO()
    call_command("import_agreements", str(path), *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def refused(path: Path, *options: str) -> str:
    """What it prints and complains of, where it must fail."""
    out = io.StringIO()
    try:
        call_command("import_agreements", str(path), *options, stdout=out, stderr=io.StringIO())
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    raise AssertionError(f"was taken over:\n{out.getvalue()}")


def rows_of(agreement: Agreement) -> list[int]:
    """How many rows, history included, an agreement and its children have."""
    children = ("parties", "theme_links", "ceremonies")
    sets = [agreement.history, *(getattr(agreement, name) for name in children)]
    histories = [getattr(agreement, name).model.history for name in children]
    return [rows.count() for rows in [*sets, *histories]]
