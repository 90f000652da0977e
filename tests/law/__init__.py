"""Tests of the functions over dated law data."""
