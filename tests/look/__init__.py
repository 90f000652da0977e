"""Tests of readers.look and templating."""
