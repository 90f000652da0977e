"""Faulty input of every kind, and what its user must be told: `expected.py` reads it, `guard.py` runs the command."""
