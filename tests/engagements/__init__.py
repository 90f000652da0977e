"""Engagements as virtual assistants would write them, one `<name>.vadocs.yaml` each, under all gates of the examples.

People and companies are made up. A file opens with comments: who, what, and the arithmetic of what is invoiced, line
by line, as one would do it by hand. Then come lines that the tests read (`beside`):

    # finding: W841                 told by `vadocs check` on the day of the spec; a line for every time
    # accepted: W812                found, and accepted in the spec with a reason
    # open: taxes.treatment         a key that the draft asks for; without such a line nothing may be left to ask
    # invoice: 2026-12-16 base=280.00 vat=58.80 withheld=19.60 net=319.20
    # invoice: 2027-01-01 x11 base=560.00 vat=117.60 withheld=39.20 net=638.40
    # total: base=6440.00 vat=1352.40 withheld=450.80 net=7341.60
    # charge: base=560.00 vat=117.60 withheld=39.20 net=638.40
    # of-100: vat=21.00 withheld=7.00 net=114.00

`invoice`: every payment of `vadocs schedule` in order, on its day (`-`: none is agreed); `x11`: eleven of them, a month
apart. Of a term without end these are the first twelve. `total` is their sum. `charge`: each row of the table that the
clause on taxes prints, without its total; none where it prints no table. `of-100`: hourly and unit fees have no totals
before the work is done; instead, what a hundred of the currency come to. `vat=- withheld=- net=-` where taxes are
printed as typed and computed by nobody.

`arithmetic` reproduces these figures from the plain spec; it shares no code with `vadocs`. `printed` reads them back.
"""
