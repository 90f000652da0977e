"""Tests of the writer of Word documents."""
