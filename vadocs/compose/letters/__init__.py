"""The names under `letter.`: what letters and certificates tell beside the contract, computed from the same engagement.

A module for each kind; each takes the contract's names and tells what keeps its letter from being written.
"""

from vadocs.compose.letters.kinds import CITED, LETTERS, letter_names
from vadocs.compose.letters.vetting import VETTING, vetting_names

__all__ = ["CITED", "LETTERS", "VETTING", "letter_names", "vetting_names"]
