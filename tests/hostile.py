"""Texts and times that break careless programs, for forms, search, journal, papers and storage alike."""

from __future__ import annotations

TEXTS = (
    '"', 'foo"', "AND", "a AND", "NOT", "*", "(", "a:b", "nosuch:x", "-a", "^", "NEAR(a b, x)", "O'Brien", "50%",
    "a_b", "日本", "e\u0301", "\u202egnp.exe", "\ufeff", "👩‍👩‍👧", "<incident>", "x<y>z", "R&D",
    "if a<b and c>d", "<b>x", "<!-- x -->", '<img src="x.png"/>', '<a href="javascript:1">',
    '<seq template="%(a+)200000000s"/>', "=cmd|'/C calc'!A0", "+1", "-1", "@x", "\t=1",
    "'; DROP TABLE incident;--", "${x}", "{0.__class__}", "%s", "%(name)s", ":name", "?", "json:1", "null",
    "A" * 100_000, "Straße Łódź naïve ÅNGSTRÖM", "मरीज़ को गिरना", "مريض سقط", "חולה נפל", "ﬁre ﬀ ²³ ½ ①",
    "\x01\x02\x1f\x7f", "a\u2028b\u2029c", "\U0010ffff", "x\\y\\\\z", "a\u00a0b", "trailing  ",
)  # fmt: skip
LINES = ("line1\r\nERROR forged", "one\rtwo", "a\n\nb\n", "\n")  # kept, with \n as the line end
REFUSED = ("a\x00b", "\ud800", "\udfff tail")  # no engine keeps these
EMPTY = ("", " ", "   ", "\t", "\u3000")
