"""Tests of `vadocs.layout`: what is measured, where lines and pages break, and how LibreOffice breaks the same."""
