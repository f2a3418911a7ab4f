"""Sharing: one record opened to one more member or team, to read or to edit; and whose records a scope reaches.

Capabilities with owned records take their policy from here: `VISIBLE = {Deal: owned}`.
"""
