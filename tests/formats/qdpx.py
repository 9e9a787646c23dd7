"""REFI-QDA projects as other tools write them, put together for tests."""

import zipfile

NAMESPACE = "urn:QDA-XML:project:1.0"
ANNA, BEN = "5c94bc9e-db8c-4f1d-9cd6-e900c7440860", "70DAF61C-B6F0-4B5E-8C2F-548FDE3AD3D4"
PEOPLE, MINISTER, HOPE = (f"{digit * 8}-0000-4000-8000-00000000000{digit}" for digit in "123")
SOURCE = "a2b94468-80a5-412f-92d6-e900d97b55a6"

USERS = f'<Users><User guid="{ANNA}" name="آنا"/><User guid="{BEN}" id="BN"/></Users>'
CODES = f"""<CodeBook><Codes>
<Code guid="{PEOPLE}" name="أشخاص" isCodable="false"><Description>من</Description>
  <Code guid="{MINISTER.upper()}" name="وزير" isCodable="true" color="#f00"/></Code>
<Code guid="{HOPE}" name="أمل" isCodable="true"/>
</Codes></CodeBook>"""


def selection(start, end, code=MINISTER, *, number=1, name="", user=ANNA, inside="", coded=""):
    """A selection with one coding."""
    coding = ""
    if code:
        coding = (
            f'<Coding guid="{number:08}-0000-4000-8000-0000000000c0" creatingUser="{user}">'
            f'<CodeRef targetGUID="{code}"/>{coded}</Coding>'
        )
    return (
        f'<PlainTextSelection guid="{number:08}-0000-4000-8000-0000000000a0" name="{name}"'
        f' startPosition="{start}" endPosition="{end}" creatingUser="{user}"'
        f' creationDateTime="2024-01-01T00:00:00Z">{inside}{coding}</PlainTextSelection>'
    )


def selection_guid(number):
    return f"{number:08}-0000-4000-8000-0000000000a0"


def source(inside="", *, path="internal://text.txt", guid=SOURCE, name="مقابلة"):
    """A source whose text lies in the archive."""
    where = f'plainTextPath="{path}"' if path else ""
    return f'<TextSource guid="{guid}" name="{name}" {where}>{inside}</TextSource>'


def project(
    tmp_path, sources, *, text="", origin="QualCoder-3.6", before="", after="", folder="sources", files=None
):
    """The archive's path. ``before`` and ``after``: what stands before and behind the sources."""
    path = tmp_path / "project.qdpx"
    xml = (
        f'<?xml version="1.0" encoding="utf-8"?><Project name="p" origin="{origin}" xmlns="{NAMESPACE}">'
        f"{USERS}{CODES}{before}<Sources>{sources}</Sources>{after}</Project>"
    )
    data = text if isinstance(text, bytes) else text.encode()
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("project.qde", xml)
        for name, content in {**({f"{folder}/text.txt": data} if data else {}), **(files or {})}.items():
            file.writestr(name, content)
    return path
