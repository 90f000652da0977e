"""Builds the documentation site, in Spanish and in English: `make docs`, or `python -m docs.site [DIR]`.

`reference` writes the pages that are told from the code, `staging` lays the pages of a language side by side, and
`building` has Zensical make the site of them. Nothing here is part of the package, and nothing needs the network.
"""
