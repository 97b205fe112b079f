"""Whole numbers as arguments: a wrong one is wrong usage, not an empty answer."""

from __future__ import annotations

import argparse


def one_or_more(text: str) -> int:
    return _at_least(1, text)


def none_or_more(text: str) -> int:
    return _at_least(0, text)


def _at_least(least: int, text: str) -> int:
    if not text.isdecimal() or int(text) < least:
        raise argparse.ArgumentTypeError(f"a whole number, {least} or more, not {text!r}")
    return int(text)
