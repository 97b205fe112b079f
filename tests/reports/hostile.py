"""Texts that break programs: markup, formulas, controls, other scripts."""

from __future__ import annotations

FIXTURES = (
    '"', 'foo"', "AND", "a AND", "NOT", "*", "(", "a:b", "nosuch:x", "-a", "^", "NEAR(a b, x)", "O'Brien", "50%",
    "a_b", "a\x00b", "   ", "日本", "e\u0301", "\u202egnp.exe", "\ud800", "\ufeff", "👩\u200d👩\u200d👧", "<incident>",
    "x<y>z", "R&D", "if a<b and c>d", "<b>x", "<!-- x -->", '<img src="/tmp/x.png"/>', '<a href="javascript:1">',
    '<seq template="%(a+)200000000s"/>', "=cmd|'/C calc'!A0", "+1", "-1", "@x", "\t=1", "'; DROP TABLE incident;--",
    "${x}", "{0.__class__}", "%s", "line1\r\nERROR forged", "5 & <b", "&amp;", "]]>", "\\(", ") Tj ET", "-",
    "cut-\nhere", "drug\tdose\trate", "a          b",
    "<para>[[ getattr(pow,Word('__globals__'))['os'].system('touch /tmp/x') ]]</para>",
)  # fmt: skip
RIGHT_TO_LEFT = (
    "محمد علي سقط في الغرفة",
    "السلام عليكم الآن",
    "شلال الماء لا يتوقف",
    "שלום עולם",
    "המשאבה נעצרה בלילה",
)
POINTED = ("שָׁלוֹם עֲלֵיכֶם", "الحَمْدُ لِلَّهِ")
HEAPED = "a" + "\u0301\u0323\u0308" * 4
MIXED = (
    "ש" + "\u05b8" * 12,
    "Patient محمد علي fell (شديد) 12 mg.",
    "محمد (علي) 12 abc، نعم.",
    "Room 312: שלום, 5 ml",
)
