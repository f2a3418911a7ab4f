"""Exports: a list as a member sees it, as a file.

What is asked for is kept with the export: the filter, the search, the order and the columns of a list. A job writes the
file with what the member may export, which may be less than he sees; it is his alone and is gone after a week.
"""
