"""Losses: why a company does not win.

A *loss reason* is a word of the company's own list, such as "Price" or "No answer"; whoever loses a deal chooses one.
One that is *retired* is offered no more and stays where it was said. What was lost for it is the business of `deals`.
"""
