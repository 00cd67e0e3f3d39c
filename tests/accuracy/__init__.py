"""How right the reading is: documents with known figures, the scorer, the table, and the floor that may not be undercut.

Belongs here: measuring. Does not belong here: making documents (``tests.generator``) or reading them.
"""
