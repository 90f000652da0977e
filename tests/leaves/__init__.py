"""Every leaf of the vocabulary does what it says: printed, computing, or internal."""
