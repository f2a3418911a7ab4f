"""Products: what the company sells, at its list price.

A *product* stands in a *family*; what a deal sells of it, how many and at which price, is a line of the deal.
"""
