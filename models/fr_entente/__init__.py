"""Weights that entente trained; see the card, README.md."""
