"""Capture: leads come in through the doors of their sources, and none is lost on the way.

A *submission* is what a sender said, word for word, kept before anything is made of it; once for each thing that the
sender calls by one id. A worker *takes it in*: lead, consent, assignment, task, notification and response clock in one
transaction. What cannot be read is *parked*, where people see it and try again once the mapping fits.
"""
