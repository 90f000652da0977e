"""The documentation: the site is built, what the pages show runs, and the tutorial is carried out as it says."""
