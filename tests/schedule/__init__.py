"""Schedules of payments and hours."""
