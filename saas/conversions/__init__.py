"""Conversions: a lead becomes an account, a contact and a deal, in one act that can be taken back.

Each of the three is *made*, or is *matched* with one that is there; a matched one gets only what it lacks. Activities,
files and consents go along. A lead has one *standing* conversion at most; one that was taken back stays told.
"""
