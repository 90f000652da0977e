"""Many engagements: sources, workers, the journal, what is made again."""
