"""What an XLSX file holds besides its rows. Written by hand, as the rows are: a few lines that never change."""

from __future__ import annotations

from xml.sax.saxutils import escape

from incident_desk.files.column_letters import letters
from incident_desk.usecases.export.content import CellKind, SheetColumn

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET_PATH = "xl/worksheets/sheet1.xml"

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/{SHEET_PATH}" ContentType="{_TYPE}.worksheet+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
)
_FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
# Style 0: as it is. 1: headings, bold. 2: of columns of text, so that what is typed there later stays as it is typed.
STYLES = (
    f'{HEAD}<styleSheet xmlns="{_MAIN}">'
    f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(name: str, columns: int, rows: int) -> str:
    """`rows` with the one of the headings. Spreadsheets keep the range of a filter under a name of its own."""
    whole = f"$A$1:${letters(columns - 1)}${rows}"
    return (
        f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}">'
        f'<sheets><sheet name="{escape(name)}" sheetId="1" r:id="rId1"/></sheets>'
        f'<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'
        f"'{escape(name)}'!{whole}</definedName></definedNames></workbook>"
    )


def sheet_head(columns: tuple[SheetColumn, ...]) -> str:
    """Everything before the rows: the first one stays in sight, each column is as wide as what it holds."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{column.width}" style="{0 if column.kind is CellKind.NUMBER else 2}"'
        ' customWidth="1"/>'
        for n, column in enumerate(columns, 1)
    )
    return (
        f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>"
    )


def sheet_end(columns: int, rows: int) -> str:
    return f'</sheetData><autoFilter ref="A1:{letters(columns - 1)}{rows}"/></worksheet>'
