"""How fast the reading is, beside the bare text pass and bare pdfplumber, over the same documents in one run.

Belongs here: measuring time and memory (``make bench``). Does not belong here: tests; nothing here can fail a build.
"""
