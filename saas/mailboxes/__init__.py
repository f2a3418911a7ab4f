"""Mailboxes: a message to `leads@` becomes a lead.

A worker looks into the *mailbox* of a source every minute, by IMAP, reads what is new in its folder and changes
nothing there. Its *position* is kept, so that nothing is read twice or left out. Nothing is answered here.
"""
