"""A file held against the paper it is said to be, page by page: its words, its picture, what a screen reader says."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # has no stubs
from PIL import Image, ImageChops

from incident_desk.files.papers.beside import deeds_in, notes_in, said_in, spoken_in, title_of
from incident_desk.files.papers.reading import opened, words_of
from incident_desk.usecases.checking.files import PageDifference

MOST_TOLD = 20
_SCALE = 100 / 72  # dots for each point
_UNLIKE = 48  # of 255, in any one dot: pictures packed anew stay below that, the bar of an e does not
_AROUND = 2  # words told before and after those that differ
_LONGEST = 300  # characters


def compare(name: str, content: bytes, paper: bytes) -> list[PageDifference]:
    """The first places where the file does not show what the paper shows."""
    return list(islice(_differences(name, content, paper), MOST_TOLD))


def _differences(name: str, content: bytes, paper: bytes) -> Iterator[PageDifference]:
    file, original = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument(paper)
    try:
        for number in range(max(len(file), len(original))):
            if number >= len(file):
                yield PageDifference("missing", number + 1)
            elif number >= len(original):
                yield PageDifference("added", number + 1)
            else:
                yield from _of_page(number + 1, file[number], original[number])
    finally:
        file.close()
        original.close()
    yield from _beside(name, content, paper)


def _beside(name: str, content: bytes, paper: bytes) -> Iterator[PageDifference]:
    with opened(name, content) as file, opened(name, paper) as original:
        if title_of(file) != title_of(original):
            yield PageDifference("title", 0, title_of(original), title_of(file))
        said, meant = spoken_in(file), spoken_in(original)
        if said and said != meant:
            missing = [text for text in meant if text not in said]
            there = [text for text in said if text not in meant]
            yield PageDifference("spoken", 0, " ".join(missing)[:_LONGEST], " ".join(there)[:_LONGEST])
        for text in sorted(said_in(file) - said_in(original) - {title_of(file)}):
            yield PageDifference("said", 0, "", text[:_LONGEST])
        for kind in sorted(deeds_in(file) - deeds_in(original)):
            yield PageDifference("deed", 0, "", kind)
        meant_notes = set(notes_in(original))
        for number, text in notes_in(file):
            if (number, text) not in meant_notes:
                yield PageDifference("note", number, "", text[:_LONGEST])


def _of_page(number: int, page: Any, original: Any) -> Iterator[PageDifference]:
    told = False
    for paper, file in _other_words(words_of(original), words_of(page)):
        told = True
        yield PageDifference("words", number, paper, file)
    if not told and not _look_alike(page, original):
        yield PageDifference("looks", number)


def _other_words(paper: list[str], file: list[str]) -> Iterator[tuple[str, str]]:
    """Each passage that differs, with a few words around it."""
    if paper == file:
        return
    for kind, start, end, here, to in SequenceMatcher(None, paper, file, autojunk=False).get_opcodes():
        if kind != "equal":
            yield (
                " ".join(paper[max(0, start - _AROUND) : end + _AROUND])[:_LONGEST],
                " ".join(file[max(0, here - _AROUND) : to + _AROUND])[:_LONGEST],
            )


def _look_alike(page: Any, original: Any) -> bool:
    mine, theirs = _picture(page), _picture(original)
    if mine.size != theirs.size:
        return False
    return ImageChops.difference(mine, theirs).point(_far_apart).getbbox() is None


def _far_apart(difference: int) -> int:
    return 255 if difference >= _UNLIKE else 0


def _picture(page: Any) -> Image.Image:
    """As it is printed, with whatever was laid over it."""
    drawn = page.render(scale=_SCALE, may_draw_forms=True, draw_annots=True, grayscale=True)
    picture: Image.Image = drawn.to_pil().convert("L")
    return picture
