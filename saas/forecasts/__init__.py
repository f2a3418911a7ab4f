"""Forecasts: what the open deals will probably bring in the month or quarter to come, and why.

Words: a *share* is how many of the deals that entered a stage were won, of those that have closed; the *outlook* is
the forecast of one period as known at the start of a day; a deal is *overdue* when its expected close has passed.
Shares come from the company's own history, never from a guess. Not here: goals, and forecasts by age of a deal.
"""
