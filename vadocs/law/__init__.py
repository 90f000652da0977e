"""What a country's law makes of an engagement's facts: pure functions over dated data.

Nothing here knows a figure: every rate, threshold and period is a `LawDatum` with its validity, its
source and how sure we are. What cannot be told is said to be unknown, with the fact that would tell.
"""
