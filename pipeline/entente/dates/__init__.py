"""Dates: every French time expression of a text, to EDTF. Usable alone: `read_dates("le 12 mai 2019")`."""

from entente.dates.read import DateMention, read_dates, read_with_date

__all__ = ["DateMention", "read_dates", "read_with_date"]
