"""What the schemas of REFI-QDA 1.5 say of the elements Sanad writes: order, number, attributes."""

import re

_GUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
_TYPES = {
    **dict.fromkeys(["guid", "targetGUID", "originGUID", "creatingUser", "modifyingUser"], _GUID),
    **dict.fromkeys(["creationDateTime", "modifiedDateTime"], _TIME),
    **dict.fromkeys(["startPosition", "endPosition"], r"-?\d+"),
    "isCodable": "true|false|0|1",
    "color": "#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})",
    "direction": "Associative|OneWay|Bidirectional",
    "typeOfVariable": "Text|Boolean|Integer|Float|Date|DateTime",
}
_MADE = "creatingUser? creationDateTime? modifyingUser? modifiedDateTime?"
_PROJECT = {
    "Project": (
        "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
        "name origin? creatingUserGUID? creationDateTime? modifyingUserGUID? modifiedDateTime? basePath?",
    ),
    "Users": ("User+", ""),
    "User": ("", "guid name? id?"),
    "CodeBook": ("Codes", ""),
    "Codes": ("Code+", ""),
    "Code": ("Description? NoteRef* Code*", "guid name isCodable color?"),
    "Cases": ("Case+", ""),
    "Case": ("Description? CodeRef* VariableValue* SourceRef* SelectionRef*", "guid name?"),
    "Variables": ("Variable+", ""),
    "Variable": ("Description?", "guid name typeOfVariable"),
    "VariableValue": ("VariableRef TextValue?", ""),
    "Sources": ("TextSource+", ""),
    "TextSource": (
        "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
        f"guid name? richTextPath? plainTextPath? {_MADE}",
    ),
    "PlainTextSelection": (
        "Description? Coding* NoteRef*",
        f"guid name? startPosition endPosition {_MADE}",
    ),
    "Coding": ("CodeRef NoteRef*", "guid creatingUser? creationDateTime?"),
    "Notes": ("Note+", ""),
    "Note": (
        "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
        f"guid name? richTextPath? plainTextPath? {_MADE}",
    ),
    "Links": ("Link+", ""),
    "Link": ("NoteRef*", "guid name? direction? color? originGUID? targetGUID?"),
    **dict.fromkeys(["NoteRef", "CodeRef", "SourceRef", "SelectionRef", "VariableRef"], ("", "targetGUID")),
    **dict.fromkeys(["Description", "PlainTextContent", "TextValue"], ("", "")),
}
_CODEBOOK = {
    "CodeBook": ("Codes Sets?", "origin?"),
    "Codes": ("Code+", ""),
    "Code": ("Description? Code*", "guid name isCodable color?"),
    "Description": ("", ""),
}
SCHEMAS = {"urn:QDA-XML:project:1.0": _PROJECT, "urn:QDA-XML:codebook:1.0": _CODEBOOK}


def conform(root):
    """Assert that a tree is as its schema says."""
    namespace, _, name = root.tag.removeprefix("{").partition("}")
    assert name == {"project": "Project", "codebook": "CodeBook"}[namespace.split(":")[2]]
    for element in root.iter():
        _conform(element, namespace, SCHEMAS[namespace])


def _conform(element, namespace, schema):
    assert element.tag.startswith(f"{{{namespace}}}")
    name = element.tag.rpartition("}")[2]
    children, attributes = schema[name]
    pattern = "".join(_piece(item) for item in children.split())
    found = "".join(f"{item.tag.rpartition('}')[2]} " for item in element)
    assert re.fullmatch(pattern, found), f"{name}: {found}"
    known = {item.rstrip("?"): item.endswith("?") for item in attributes.split()}
    assert set(element.attrib) <= set(known), name
    assert all(optional or key in element.attrib for key, optional in known.items()), name
    for key, value in element.attrib.items():
        assert re.fullmatch(_TYPES.get(key, "(?s:.*)"), value), f"{name} {key}={value}"


def _piece(item):
    return f"(?:{item.rstrip('?*+')} ){item[len(item.rstrip('?*+')) :]}"
