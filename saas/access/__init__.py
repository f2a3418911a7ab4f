"""Access: what a member may do and why, who may see a record and why, and what a change of a role would change.

It decides nothing: it asks the same rights and the same policies that every read and write asks.
"""
