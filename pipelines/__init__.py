"""Wiring only: Dagster definitions and the command line. No logic of reading, judging or storing lives here."""
