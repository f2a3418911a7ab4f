"""Search: whatever a member may see, found by a few words, a telephone number, initials or a mistyped name.

A *kind* is a kind of record that is searched, a *hit* one that was found, its *match* the best reason for it. Search
keeps nothing of its own: it reads the folded texts and indexes of the records themselves.
"""
