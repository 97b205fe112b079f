"""What a PDF file holds beside the pages that are seen: what it says of itself, what lies in it, what it would do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

# Of an action, ISO 32000-1, table 198: all but those that only move about in the document.
_DEEDS = frozenset({
    "/GoToR", "/GoToE", "/Launch", "/Thread", "/URI", "/Sound", "/Movie", "/Hide", "/SubmitForm", "/ResetForm",
    "/ImportData", "/JavaScript", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView", "/RichMediaExecute",
})  # fmt: skip
_SPOKEN = ("/ActualText", "/Alt", "/E")
_MADE_BY = frozenset({"/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"})  # any program writes its own
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_SAID = (
    *(_DUBLIN_CORE + key for key in ("title", "creator", "description", "subject", "publisher", "contributor")),
    f"{_DUBLIN_CORE}rights", "{http://ns.adobe.com/pdf/1.3/}Keywords",
)  # fmt: skip


def title_of(pdf: pikepdf.Pdf) -> str:
    return str(pdf.docinfo.get("/Title", ""))


def said_in(pdf: pikepdf.Pdf) -> set[str]:
    """What the properties of the document and its outline say, but for which program wrote it and when."""
    said = {str(value) for key, value in pdf.docinfo.items() if key not in _MADE_BY}
    with pdf.open_metadata(set_pikepdf_as_editor=False) as properties:
        for value in (properties.get(key) for key in _SAID):
            said |= {value} if isinstance(value, str) else set(map(str, value or ()))
    return {text for text in said | set(_outline(pdf)) if text.strip()}


def _outline(pdf: pikepdf.Pdf) -> Iterator[str]:
    """A line of an outline hangs between others or under one."""
    for each in _dictionaries(pdf):
        if "/Title" in each and "/Parent" in each:
            yield str(each["/Title"])


def spoken_in(pdf: pikepdf.Pdf) -> list[str]:
    """What the structure of the document tells a screen reader to say in place of what is painted."""
    said = (each[key] for each in _dictionaries(pdf) for key in _SPOKEN if key in each)
    return sorted(str(text) for text in said if isinstance(text, pikepdf.String))


def deeds_in(pdf: pikepdf.Pdf) -> set[str]:
    """The kinds of what the file would do when somebody opens it or clicks into it, as "JavaScript"."""
    found = {str(each["/S"]) for each in _dictionaries(pdf) if isinstance(each.get("/S"), pikepdf.Name)} & _DEEDS
    found |= {key for each in _dictionaries(pdf) for key in ("/JS", "/XFA") if key in each}
    return {each.removeprefix("/") for each in found}


def notes_in(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str]]:
    """Page and words of each annotation; its kind where it has no words."""
    for number, page in enumerate(pdf.pages, start=1):
        annotations = page.obj.get("/Annots")
        for each in annotations if isinstance(annotations, pikepdf.Array) else ():
            if isinstance(each, pikepdf.Dictionary):
                yield number, str(each.get("/Contents", "")) or str(each.get("/Subtype", "")).removeprefix("/")


def files_in(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    """Each file that lies inside, wherever it hangs, by its name. One may hang there under several names, or hold
    something else for another kind of program.
    """
    for each in _dictionaries(pdf):
        inside = each.get("/EF")
        if isinstance(inside, pikepdf.Dictionary):
            name = str(each.get("/UF", each.get("/F", "")))
            for key in inside.keys():  # noqa: SIM118  # no dict: iterating it is deprecated
                stream = inside[key]
                if isinstance(stream, pikepdf.Stream):
                    yield name, stream.read_bytes()


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every one, also those that stand inside others."""
    for top in pdf.objects:
        waiting = [top]
        while waiting:
            each = waiting.pop()
            if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
                yield each
                within = [each[key] for key in each.keys()]  # noqa: SIM118  # as above
            else:
                within = list(each) if isinstance(each, pikepdf.Array) else []
            waiting += (part for part in within if isinstance(part, pikepdf.Object) and not part.is_indirect)
