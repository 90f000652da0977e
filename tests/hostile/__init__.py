"""Values that try to be something else than text: printed letter for letter, or refused with their field named."""
