"""Find: a recursive-descent grammar of French time expressions, over folded tokens."""

from entente.dates.grammar.find import find, find_in

__all__ = ["find", "find_in"]
