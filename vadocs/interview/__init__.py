"""Interviews: which question comes next given the answers, and what YAML file they come to.

Questions are data (`newtable`, `inittable`); `asking` knows their order and what is known already; `parsing` turns
what was typed into keys of the spec, which the readers of specs then judge; `text` writes YAML. Nobody is asked here:
that is the command line's.
"""
