"""Pipelines: the ordered stages that a deal goes through.

A *stage* is of one of three kinds: OPEN, WON or LOST. A company has one *default* pipeline and any number of others.
Which deals stand in a stage is the business of `deals`.
"""
