"""The tax rules by the provider's country. A country is added with a module and a line here."""

from collections.abc import Mapping

from vadocs.law.chile import chile
from vadocs.law.colombia import colombia
from vadocs.law.inquiry import Rule
from vadocs.law.mexico import mexico
from vadocs.law.peru import peru
from vadocs.law.spain import spain

RULES: Mapping[str, Rule] = {"CL": chile, "CO": colombia, "ES": spain, "MX": mexico, "PE": peru}
"""ISO 3166 code to rule."""
