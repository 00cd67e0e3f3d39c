"""How right the reading is: documents with known figures, the scorer, the table, and the floor.

Belongs here: measuring. Does not belong here: making documents (``tests.generator``) or reading them.
"""
