"""The rules over an engagement: what each finds, and what it leaves alone."""
