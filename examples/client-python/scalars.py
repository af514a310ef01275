"""Strings of one kind each: mypy does not take another kind, or any string, for them."""

from typing import NewType

Day = NewType("Day", str)  # "2024-02-05"
Instant = NewType("Instant", str)  # "2024-02-05T12:00:00Z"
Edtf = NewType("Edtf", str)  # a date that may be vague: "2019", "[2019-04-21..2019-04-30]"
