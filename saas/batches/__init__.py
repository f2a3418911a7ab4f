"""Batches: one change of many records, by a member who may change so many.

Each record is changed as if by hand, one after another: with the rights, the history and the refusals of a single edit.
What was there before is kept, so that the whole can be taken back, but for what somebody has changed since.
"""
