"""What must hold before anything is published: Great Expectations suites and their Data Docs.

Belongs here: suites and their runner. Does not belong here: repairs of data, Dagster.
"""
