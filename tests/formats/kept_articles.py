"""Writes the samples of articles kept in tests/data/formats: ``python -m tests.formats.kept_articles``."""

import csv
import io
import json
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from textwrap import wrap

from openpyxl import Workbook

from tests.formats.article_samples import ARTICLE, LINES, docx, epub, odt, paragraph
from tests.formats.pdf_samples import as_drawn, pdf

DATA = Path(__file__).parent.parent / "data" / "formats"
ROWS = [["المعرف", "العنوان", "النص"], ["004", LINES[4], ARTICLE], ["004 ب", "", "\n".join(LINES[4:8])]]


def main():
    """Write them all."""
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    _write("web", "004.html", _page(paragraphs).encode("windows-1256"))
    _write("web", "004.mhtml", _archived(_page(paragraphs)))
    docx(_folder("word") / "004.docx", "".join(map(paragraph, LINES)))
    odt(_folder("opendocument") / "004.odt", "".join(f"<text:p>{line}</text:p>" for line in LINES))
    epub(_folder("epub") / "004.epub", [f"<html><body>{paragraphs}</body></html>"])
    _write(
        "pdf", "004.pdf", pdf([as_drawn(part) for line in LINES for part in wrap(line, 80)], title=LINES[4])
    )
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(ROWS)
    _write("table", "004.csv", file.getvalue().encode("utf-8-sig"))
    _workbook(_folder("table") / "004.xlsx")
    records = [{"id": row[0], "meta": {"title": row[1]}, "text": row[2]} for row in ROWS[1:]]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    _write("json", "004.jsonl", "".join(f"{line}\n" for line in lines).encode())
    _write("json", "004.json", json.dumps({"articles": records}, ensure_ascii=False, indent=1).encode())


def _page(paragraphs):
    head = f'<meta charset="windows-1256"><title>{LINES[4]}</title>'
    return (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head>{head}</head><body><nav>القائمة</nav>'
        f"<article>{paragraphs}</article><footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def _archived(page):
    message = MIMEMultipart("related", boundary="----boundary")
    message["Snapshot-Content-Location"] = "https://example.org/004"
    message.attach(MIMEText(page, "html", "windows-1256"))
    return message.as_bytes()


def _workbook(path):
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(path)


def _write(kind, name, data):
    (_folder(kind) / name).write_bytes(data)


def _folder(kind):
    folder = DATA / kind
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    main()
