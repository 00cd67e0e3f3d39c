"""Judgement: printed text becomes typed observations (era to year, text to value, unit and status, identity).

Belongs here: pure functions over text and Polars frames. Does not belong here: opening a PDF, storage, marts.
"""
