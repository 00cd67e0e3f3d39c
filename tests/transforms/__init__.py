"""Tests of the normalisation: cells, labels, pairing, observations."""
