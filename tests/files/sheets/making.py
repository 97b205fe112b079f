"""Sheet files made by hand, part by part, so that each part can be wrong."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from incident_desk.files.column_letters import letters

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_1 = "xl/worksheets/sheet1.xml"

# Cell formats of the workbooks: 1 a date, 2 a date with its time, 3 a time, 4 a span of hours.
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts>'
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/>'
    '<xf numFmtId="164"/></cellXfs></styleSheet>'
)

Given = object  # a str is text, a number a number, None no cell, a tuple XML parts: attributes and content


def cell(column: int, row: int, given: Given) -> str:
    place = f'r="{letters(column)}{row}"'
    match given:
        case None:
            return ""
        case bool():
            return f'<c {place} t="b"><v>{int(given)}</v></c>'
        case int() | float():
            return f"<c {place}><v>{given}</v></c>"
        case (str() as attributes, str() as content):
            return f"<c {place} {attributes}>{content}</c>"
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(str(given))}</t></is></c>'


def sheet_xml(rows: Sequence[Sequence[Given]], dimension: str = "A1") -> str:
    body = "".join(
        f'<row r="{at}">{"".join(cell(column, at, given) for column, given in enumerate(row))}</row>'
        for at, row in enumerate(rows, 1)
    )
    return around(body, dimension)


def around(body: str, dimension: str = "A1") -> str:
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="{dimension}"/><sheetData>{body}</sheetData></worksheet>'


def xlsx_parts(sheets: Mapping[str, str], hidden: Sequence[str] = ()) -> dict[str, bytes]:
    """The parts of a workbook, by their place in the package; `sheets` are names and their XML."""
    numbers = range(1, len(sheets) + 1)
    state = {name: ' state="hidden"' if name in hidden else "" for name in sheets}
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}"{state[name]} r:id="rId{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId0" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{n}.xml": xml for n, xml in zip(numbers, sheets.values(), strict=True)},
    }
    return {name: text.encode() for name, text in parts.items()}


def ods_parts(rows_xml: str, name: str = "Register") -> dict[str, bytes]:
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    content = (
        f'{_HEAD}<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
        f"<table:table table:name={quoteattr(name)}>{rows_xml}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return {
        "mimetype": kind.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }


def ods_row(*cells: str, repeated: int = 1) -> str:
    """Cells are XML; `ods_text` makes the ordinary ones."""
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def ods_text(text: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string">'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def pack(path: Path, parts: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def xlsx(path: Path, *rows: Sequence[Given], name: str = "Register") -> Path:
    return pack(path, xlsx_parts({name: sheet_xml(rows)}))
