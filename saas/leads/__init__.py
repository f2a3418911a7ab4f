"""Leads: people who have shown interest and of whom nobody knows yet whether they will buy.

A *lead* came from a *source* and says by its *attribution* what led it there; what it answered to a form's other
questions are its *answers*. It is NEW until somebody works it, then QUALIFIED, or UNFIT for a *reason*; a conversion,
which stands in `saas/conversions/`, makes an account, a contact and a deal of it. Its *events* are only ever added.
"""
