"""Tests of the documents that are made of sections, and of what stands in them."""
