"""From plain data to a Pack."""
from __future__ import annotations
from collections.abc import Mapping
from typing import Any
from incident_desk.domain.declarations import Field, FieldKind, Option
from incident_desk.domain.packs import model as m
from incident_desk.domain.text import Text
from incident_desk.domain.vocabulary import STEP_BY_KEY, Kind, Priority, Role, Step

def _t(d: Any) -> Text:
    return Text(d["en"], d.get("de","")) if d else Text("")

def read_pack(data: Mapping[str, Any], known_needs: frozenset[str]) -> m.Pack:
    cats = tuple(m.Category(c["key"], _t(c["name"]), _t(c.get("help")),
        tuple(m.Subcategory(f'{c["key"]}.{s["key"]}', _t(s["name"])) for s in c.get("subcategories", ())),
        tuple(Field(f'{c["key"]}.{q["key"]}', FieldKind(q["kind"]), _t(q["label"]), Step.IDENTIFICATION, "category_questions", options=tuple(Option(o["code"], _t(o["label"])) for o in q.get("options", ()))) for q in c.get("questions", ()))) for c in data["categories"])
    mx = data["matrix"]
    lv = lambda l: m.MatrixLevel(l["code"], _t(l["label"]), _t(l.get("help")))
    matrix = m.Matrix(mx["id"], mx["version"], _t(mx["row_axis"]), _t(mx["column_axis"]), tuple(map(lv, mx["rows"])), tuple(map(lv, mx["columns"])), tuple(tuple(r) for r in mx["cells"]), tuple(m.Band(Priority(b["priority"]), b["minimum"], b["maximum"]) for b in mx["bands"]))
    return m.Pack(data["id"], data["version"], _t(data["name"]), _t(data["description"]), cats,
        tuple(m.PackPlace(p["key"], _t(p["name"]), p["kind"], p.get("parent"), p.get("code", "")) for p in data.get("places", ())),
        tuple(m.Gate(STEP_BY_KEY[g["step"]], tuple(g["needs"]), frozenset(map(Kind, g.get("kinds", ()))), frozenset(map(Priority, g.get("priorities", ())))) for g in data["gates"]),
        tuple(m.Route(tuple(STEP_BY_KEY[s] for s in r["steps"]), frozenset(map(Kind, r.get("kinds", ()))), frozenset(map(Priority, r.get("priorities", ())))) for r in data.get("routes", ())),
        matrix, (), tuple(m.SignOff(s["key"], Role(s["role"]), _t(s["meaning"]), s.get("needed", True)) for s in data["sign_offs"]), {})
