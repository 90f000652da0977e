"""What is said to a person comes from the catalogue alone, and the catalogue is whole in both languages."""
