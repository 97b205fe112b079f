"""incident-desk verify: whether the register still says what was written, and whether a PDF file says what it says."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from incident_desk.cli.desk import Desk, print_json
from incident_desk.cli.how_far import HowFar
from incident_desk.usecases.checking.answers import PaperCheck
from incident_desk.usecases.checking.check import check_paper
from incident_desk.usecases.checking.told import changed_names, details, said
from incident_desk.usecases.verify_register import verify
from incident_desk.usecases.verify_told import said as told
from incident_desk.usecases.verify_told import what_to_do

HELP = "check that the register is complete and untouched, or that a PDF file is a paper of it"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf", nargs="?", help="a paper that was printed from this register")
    parser.add_argument("--record", metavar="NUMBER", help="only this incident")
    parser.add_argument("--recent", action="store_true", help="only what was written since the last head of the log")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    return _paper(given, desk) if given.file else _register(given, desk)


def _register(given: argparse.Namespace, desk: Desk) -> int:
    scope = "record" if given.record else "recent" if given.recent else "full"
    with HowFar(desk.texts, "cli.verify_how_far") as progress:
        result = verify(desk.register, desk.services.data_dir, scope, given.record, progress)
    wording = desk.wording()
    news = [told(each, wording) for each in result.news]
    sentences = [told(each, wording) for each in result.breaks]
    advice = what_to_do(result.breaks, wording)
    if given.json:
        print_json(
            {
                "holds": result.holds, "chains": result.chains, "entries": result.entries,
                "head": {"index": result.head_index, "hash": result.head_hash.hex()},
                "breaks": [{"code": each.code, "facts": dict(each.facts), "sentence": sentence}
                           for each, sentence in zip(result.breaks, sentences, strict=True)],
                "news": news, "what_to_do": advice,
            }
        )  # fmt: skip
    else:
        for sentence in [*news, *sentences, *advice]:
            print(sentence)
        if result.holds:
            print(desk.texts.say("verify.holds", chains=result.chains, entries=result.entries, head=result.head_index))
    if sentences and given.json:
        print(desk.texts.count("verify.broken", len(sentences)), file=sys.stderr)
    return 0 if result.holds else 1


def _paper(given: argparse.Namespace, desk: Desk) -> int:
    check = check_paper(desk.services, desk.register, Path(given.file))
    wording = desk.wording()
    if given.json:
        print_json(_as_json(check, said(check, wording), list(details(check, wording)), changed_names(check, wording)))
    else:
        for sentence in (said(check, wording), *details(check, wording)):
            print(sentence)
    return 0 if check.holds else 1


def _as_json(check: PaperCheck, sentence: str, told: list[str], changed: list[str]) -> dict[str, object]:
    return {
        "holds": check.holds, "answer": check.answer, "sentence": sentence, "details": told, "number": check.number,
        "position": check.position, "record_position": check.present, "in_common": check.common,
        "changed": list(check.changed), "changed_names": changed,
        "printed_at": check.printed.recorded_at if check.printed else None,
        "breaks": [{"code": each.code, "facts": dict(each.facts)} for each in check.breaks],
    }  # fmt: skip
