"""Every icon that the code names is there, draws something and takes the colour it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import incident_desk.gui
from incident_desk.gui.theme.manager import Theme
from incident_desk.support.resources import resource

DRAWINGS = sorted(path.stem for path in resource("icons").glob("*.svg"))
OUTLINES = [name for name in DRAWINGS if name not in {"app-mark", "tick"}]
_CALLS = {"icon", "pixmap", "set_icon", "paint_flag"}


def _named_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            wanted = [keyword.value for keyword in node.keywords if keyword.arg in {"icon", "sign"}]
            if called in _CALLS:
                wanted += node.args[_place_of_name(node.func) :][:1]
            yield from (name for part in wanted if (name := _text(part)))
        elif isinstance(node, ast.FunctionDef):
            plain = node.args.posonlyargs + node.args.args
            defaults = zip(reversed(plain), reversed(node.args.defaults), strict=False)
            keyed = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
            for argument, default in (*defaults, *keyed):
                if argument.arg == "icon" and (name := _text(default)):
                    yield name


def _place_of_name(called: ast.expr) -> int:
    """`brush.icon` and `paint_flag` are given a painter and a place before the name."""
    painting = ast.unparse(called).endswith("paint_flag") or ast.unparse(called) == "brush.icon"
    return 2 if painting else 0


def _text(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _used() -> set[tuple[str, str]]:
    home = Path(incident_desk.gui.__file__).parent
    found = set()
    for path in home.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {(path.relative_to(home).as_posix(), name) for name in _named_in(tree)}
    return found


def test_that_every_icon_named_in_the_code_is_there() -> None:
    used = _used()
    assert ("paint/flags.py", "clock-exclamation") in used  # the search itself works
    assert {(where, name) for where, name in used if name not in DRAWINGS} == set()


def test_that_a_missing_icon_would_be_found() -> None:
    source = 'theme.icon("no-such")\nbrush.icon(p, at, "nor-this", theme)\nButton("Save", icon="gone")\n'
    assert set(_named_in(ast.parse(source))) == {"no-such", "nor-this", "gone"}


def test_that_the_licence_of_the_icons_is_with_them() -> None:
    text = resource("icons", "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License")
    assert "Paweł Kuna" in text


@pytest.mark.parametrize("name", OUTLINES)
def test_that_icons_are_outlines_of_one_weight_in_the_colour_of_the_theme(name: str) -> None:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert "#" not in drawing


@pytest.mark.parametrize("name", [*OUTLINES, "tick"])
def test_that_an_icon_is_drawn_in_its_colour(name: str, theme: Theme) -> None:
    image = theme.pixmap(name, "crit", 24, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
    inks = _opaque_colours(image)
    assert inks, "nothing is drawn"
    assert inks == {theme.tokens.crit.rgb()}


def _opaque_colours(image: QImage) -> set[int]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixel(x, y) for x, y in points if image.pixelColor(x, y).alpha() == 255}


def test_that_the_mark_of_the_program_follows_light_and_dark(theme: Theme) -> None:
    light = _opaque_colours(theme.app_mark(32).pixmap(32).toImage())
    theme.set_mode("dark")
    dark = _opaque_colours(theme.app_mark(32).pixmap(32).toImage())
    assert theme.tokens.petrol.rgb() in dark
    assert theme.tokens.petrol.rgb() not in light


def test_that_an_icon_is_drawn_once(theme: Theme) -> None:
    first = theme.pixmap("search", "ink2", 18)
    assert theme.pixmap("search", "ink2", 18).cacheKey() == first.cacheKey()
    assert theme.pixmap("search", "ink3", 18).cacheKey() != first.cacheKey()
