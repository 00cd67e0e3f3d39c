"""Tests of the wiring: command line, isolated reading, run."""
