"""Rules over one engagement: what would hurt who signs it, found before the client sees it.

`facts` gathers what rules look at, `table` names every rule, `acceptance` leaves out what the spec accepts.
"""
