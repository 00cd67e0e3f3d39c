"""Test documents with known truth: a table of indicators, laid out as municipalities do, by several producers.

Belongs here: everything that makes a PDF and the observations a person reads on it. Does not belong here: any reading
of a PDF; truth comes from the handwritten or random table alone, never from the file that was made.
"""
