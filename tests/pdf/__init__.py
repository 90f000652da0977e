"""Tests of `vadocs.writers.pdf`: the bytes, as other programs read them."""
