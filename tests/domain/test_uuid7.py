"""Ids: UUID version 7 as RFC 9562 shows it, in the order of their making."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from incident_desk.support.uuid7 import make_uuid7, uuid7

RAND_A, RAND_B = 0xCC3, 0x18C4DC0C0C07398F


def test_that_the_example_of_rfc_9562_comes_out() -> None:
    """Appendix A.6: 22 February 2022, 19:22:22 UTC."""
    assert make_uuid7(0x017F22E279B0, RAND_A << 62 | RAND_B) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**74 - 1))
def test_that_version_variant_and_time_are_where_they_belong(milliseconds: int, randomness: int) -> None:
    made = uuid.UUID(make_uuid7(milliseconds, randomness))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == milliseconds
    assert str(made) == make_uuid7(milliseconds, randomness)


@given(st.integers(0, 2**74 - 1), st.integers(0, 2**74 - 1))
def test_that_every_random_bit_counts(one: int, other: int) -> None:
    assert (make_uuid7(5, one) == make_uuid7(5, other)) == (one == other)


def test_that_ids_differ_and_sort_by_time() -> None:
    made = [uuid7() for _ in range(2000)]
    assert len(set(made)) == 2000
    times = [each[:13] for each in made]
    assert times == sorted(times)
