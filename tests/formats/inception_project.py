"""Projects as INCEpTION exports them."""

import io
import json
import zipfile
from xml.sax.saxutils import quoteattr

TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Span</name><supertypeName>uima.tcas.Annotation</supertypeName>
<features><featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>"""
_CAS = """<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI"
 xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore"
 xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/><meta:DocumentMetaData xmi:id="1" sofa="12" begin="0" end="{end}" language="ar"
 documentTitle={name} documentId={user} documentUri={uri} collectionId="p" documentBaseUri="p"/>
{spans}<cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={text}/>
<cas:View sofa="12" members="1"/></xmi:XMI>"""
TIME = (2024, 1, 1, 0, 0, 0)
AT = 1_700_000_000_000
"""Milliseconds: 2023-11-14T22:13:20Z."""


def xmi(name, text, user, *found):
    """A layer: labels with the words they stand on."""
    spans = "".join(
        f'<custom:Span xmi:id="{number}" sofa="12" begin="{text.index(words)}"'
        f' end="{text.index(words) + len(words)}" value={quoteattr(label)}/>'
        for number, (label, words) in enumerate(found, 20)
    )
    values = {"name": name, "user": user, "uri": f"p/{name}", "text": text}
    return _CAS.format(
        end=len(text), spans=spans, **{key: quoteattr(value) for key, value in values.items()}
    ).encode()


def json_cas(text, *found):
    """The same as JSON."""
    spans = [
        {
            "%ID": number,
            "%TYPE": "webanno.custom.Span",
            "@sofa": 1,
            "begin": text.index(words),
            "end": text.index(words) + len(words),
            "value": label,
        }
        for number, (label, words) in enumerate(found, 2)
    ]
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": text}
    return json.dumps({"%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, *spans], "%VIEWS": {}}).encode()


def packed(members):
    """A ZIP archive of members by their names, with a time that stays."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, TIME), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def layer(name, text, user, *found):
    """A layer as “UIMA CAS XMI”: an archive of two files."""
    return packed({f"{user}.xmi": xmi(name, text, user, *found), "TypeSystem.xml": TYPES})


class Making:
    """A project being made."""

    def __init__(self):
        self.members = {}
        self.told = {"name": "p", "annotation_documents": [], "source_documents": []}

    def document(self, name, text, layers, *, state="ANNOTATION_IN_PROGRESS", curated=None):
        """Add a document: what users found in it, by their names."""
        self.told["source_documents"].append({"name": name, "state": state, "updated": AT})
        self.members[f"source/{name}"] = text.encode()
        for user, found in {"INITIAL_CAS": (), **layers}.items():
            self.members[f"annotation_ser/{name}/{user}.ser"] = b"\xac\xed\0\5"
            self.members[f"annotation/{name}/{user}.zip"] = layer(name, text, user, *found)
        if curated is not None:
            self.members[f"curation_ser/{name}/CURATION_USER.ser"] = b"\xac\xed\0\5"
            self.members[f"curation/{name}/CURATION_USER.zip"] = layer(name, text, "CURATION_USER", *curated)
        return self

    def state(self, name, user, state):
        """Say how far a user is."""
        item = {"name": name, "user": user, "state": state, "timestamp": None, "updated": AT}
        self.told["annotation_documents"].append(item)
        return self

    def data(self):
        """The archive."""
        return packed({**self.members, "exportedproject.json": json.dumps(self.told)})
