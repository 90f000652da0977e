"""The package as its users get it: built, installed where there is no checkout, and used there."""
