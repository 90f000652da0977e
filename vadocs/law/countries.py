"""The tax rules by the provider's country. A country is added with a module and a line here."""

from collections.abc import Mapping

from vadocs.law.argentina import argentina
from vadocs.law.chile import chile
from vadocs.law.colombia import colombia
from vadocs.law.inquiry import Rule
from vadocs.law.mexico import mexico
from vadocs.law.peru import peru
from vadocs.law.spain import spain
from vadocs.law.united_kingdom import united_kingdom
from vadocs.law.united_states import united_states

RULES: Mapping[str, Rule] = {
    "AR": argentina,
    "CL": chile,
    "CO": colombia,
    "ES": spain,
    "GB": united_kingdom,
    "MX": mexico,
    "PE": peru,
    "US": united_states,
}
"""ISO 3166 code to rule."""
