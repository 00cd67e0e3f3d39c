"""From a grid to printed figures: header tree, roles of columns and rows, records with provenance.

Belongs here: understanding of tables and forms by position and lexicon. Does not belong here: how a grid was found,
conversion of numbers, eras and units.
"""
