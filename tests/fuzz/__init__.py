"""Fuzzing of what may come from a stranger: specs, clause texts, expressions, Word templates.

`targets.py` says what holds for any bytes; `python -m tests.fuzz SECONDS` looks for bytes for which it does not;
`corpus/` keeps inputs that reach different branches, `crashes/` those for which a law once failed.
"""
