"""The vocabulary of the spec, section by section: what may stand in it, of which type, printed where."""
