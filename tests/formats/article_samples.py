"""Small files of other programs, made from parts: archives of XML, as they are on disk."""

import zipfile
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = (SEEDS / "004_5d4c7b7a80708a78.txt").read_text(encoding="utf-8")
LINES = [line for line in ARTICLE.splitlines() if line.strip()]

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
ODF = (
    " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "text", "table", "meta", "drawing"))
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def archive(path, parts):
    """An archive with parts in the order given; ``mimetype`` first and unpacked, where there is one."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name), data, compress_type=stored)
    return path


def docx(path, body, **parts):
    """A Word document with a body, and parts such as footnotes or core."""
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inside = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{rels}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    if "core" in parts:
        inside["docProps/core.xml"] = parts["core"]
    if "footnotes" in parts:
        inside["word/footnotes.xml"] = f"<w:footnotes {W}>{parts['footnotes']}</w:footnotes>"
    return archive(path, inside)


def paragraph(*runs):
    """A paragraph of Word; a run that begins with ``<`` is markup."""
    return "<w:p>" + "".join(item if item.startswith("<") else run(item) for item in runs) + "</w:p>"


def run(text, element="t"):
    return f'<w:r><w:{element} xml:space="preserve">{text}</w:{element}></w:r>'


def odt(path, body, meta="", **parts):
    return archive(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {ODF}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            **parts,
        },
    )


def epub(path, chapters, metadata="", **parts):
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    inside = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    inside |= {f"OEBPS/text/c {n}.xhtml": text for n, text in enumerate(chapters)}
    return archive(path, inside | parts)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
