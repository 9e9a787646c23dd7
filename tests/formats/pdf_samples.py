"""PDFs made by hand: letters drawn in any order, in a font that is only named but says what they mean."""

import re

_BRACKETS = str.maketrans("()", ")(")


def as_drawn(line):
    """The letters of a line of Arabic from left to right, as most programs draw them."""
    turned = re.sub(r"[0-9A-Za-z/]+", lambda found: found[0][::-1], line[::-1])
    return turned.translate(_BRACKETS)


def pdf(lines, *, from_right=False, title="", locked=False, named=True, pages=1):
    """A file whose lines are drawn letter by letter in the order given, from the left or from the right."""
    letters = sorted(set("".join(lines)))
    codes = {letter: f"{number:04X}" for number, letter in enumerate(letters, 1)}
    drawn = []
    for number, line in enumerate(lines):
        shown = (" 1000 " if from_right else " ").join(f"<{codes[letter]}>" for letter in line)
        place = f"{540 if from_right else 60} {780 - 20 * number}"
        drawn.append(f"BT /F1 12 Tf 1 0 0 1 {place} Tm [{shown}] TJ ET")
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{'3 0 R ' * pages}]/Count {pages}>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream("\n".join(drawn)),
        "<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[6 0 R]"
        + ("/ToUnicode 7 0 R>>" if named else ">>"),
        (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/DW 500/FontDescriptor 8 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        ),
        _stream(_meaning(codes)),
        (
            "<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900"
            "/Descent -200/CapHeight 700/StemV 80>>"
        ),
        f"<</Title<FEFF{title.encode('utf-16-be').hex()}>/CreationDate(D:20240127100000Z)>>",
        f"<</Filter/Standard/V 1/R 2/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>",
    ]
    return _assembled(objects, f"/Encrypt 10 0 R/ID[<{'43' * 16}><{'43' * 16}>]" if locked else "")


def _meaning(codes):
    pairs = "\n".join(f"<{code}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )


def _stream(content):
    return f"<</Length {len(content.encode())}>>stream\n{content}\nendstream"


def _assembled(objects, trailer):
    data, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{item}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {size}/Root 1 0 R/Info 9 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF"
        ).encode()
    )
