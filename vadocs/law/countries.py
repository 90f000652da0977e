"""The tax rules by the provider's country. A country is added with a module and a line here."""

from collections.abc import Mapping

from vadocs.law.colombia import colombia
from vadocs.law.peru import peru
from vadocs.law.spain import spain
from vadocs.law.taxes import Rule

RULES: Mapping[str, Rule] = {"CO": colombia, "ES": spain, "PE": peru}
"""ISO 3166 code to rule."""
