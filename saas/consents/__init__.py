"""Consents: what people have agreed to, in the words that they were shown, and that they took it back.

A *consent* is a line that is only ever added, of a lead or of the contact that was made of it. The last line of a text
is what holds.
"""
