"""incident-desk verify: whether the register still says what was written."""

from __future__ import annotations

import argparse
import sys

from incident_desk.cli.desk import Desk, print_json
from incident_desk.cli.how_far import HowFar
from incident_desk.usecases.verify_register import verify

HELP = "check that the register is complete and untouched"


def declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--record", metavar="NUMBER", help="only this incident")
    parser.add_argument("--recent", action="store_true", help="only what was written since the last head of the log")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(given: argparse.Namespace, desk: Desk) -> int:
    scope = "record" if given.record else "recent" if given.recent else "full"
    with HowFar(desk.texts, "cli.verify_how_far") as progress:
        result = verify(desk.register, desk.services.data_dir, scope, given.record, progress)
    news = [desk.texts.say(f"verify.{each.code}", **each.facts) for each in result.news]
    sentences = [desk.texts.say(f"verify.{each.code}", **each.facts) for each in result.breaks]
    if given.json:
        print_json(
            {
                "holds": result.holds, "chains": result.chains, "entries": result.entries,
                "head": {"index": result.head_index, "hash": result.head_hash.hex()},
                "breaks": [{"code": each.code, "facts": dict(each.facts), "sentence": sentence}
                           for each, sentence in zip(result.breaks, sentences, strict=True)],
                "news": news,
            }
        )  # fmt: skip
    else:
        for sentence in [*news, *sentences]:
            print(sentence)
        if result.holds:
            print(desk.texts.say("verify.holds", chains=result.chains, entries=result.entries, head=result.head_index))
    if sentences and given.json:
        print(desk.texts.count("verify.broken", len(sentences)), file=sys.stderr)
    return 0 if result.holds else 1
