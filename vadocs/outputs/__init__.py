"""The files of an engagement: their names, the manifest, and writing that loses nothing and leaves no half file."""

from vadocs.outputs.amended import check_amended
from vadocs.outputs.clashes import Clashes
from vadocs.outputs.manifest import Edition, Output, sha256
from vadocs.outputs.names import MANIFEST, file_name
from vadocs.outputs.saving import save

__all__ = ["MANIFEST", "Clashes", "Edition", "Output", "check_amended", "file_name", "save", "sha256"]
