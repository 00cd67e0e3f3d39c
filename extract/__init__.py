"""The page as printed: from the bytes of a PDF to printed figures with their labels and boxes.

Belongs here: triage of pages, words and rules, tables with spans, header trees, roles, printed records.
Does not belong here: conversion of a number, an era or a unit; identity; storage. Imports none of the other stages.
"""
