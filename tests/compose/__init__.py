"""Tests of selecting, assembling, numbering and resolving."""
