"""The files of an engagement: their names, the manifest, and writing that loses nothing and leaves no half file."""

from vadocs.outputs.amended import check_amended
from vadocs.outputs.clashes import Clashes
from vadocs.outputs.manifest import Edition, Output, Record, sha256
from vadocs.outputs.names import MANIFEST, file_name
from vadocs.outputs.saving import read_manifest, save

__all__ = [
    "MANIFEST",
    "Clashes",
    "Edition",
    "Output",
    "Record",
    "check_amended",
    "file_name",
    "read_manifest",
    "save",
    "sha256",
]
