"""What is invoiced and paid over the life of an engagement, and when: pure functions over its terms.

`periods` cuts the term into the months that are paid for; `invoices` says what each invoice holds;
`deposits` credits an advance to them and settles it where the engagement ends; `ledger` keeps unused
hours; `events` are the days to keep in mind. Amounts before taxes; taxes are a function handed in.
"""
