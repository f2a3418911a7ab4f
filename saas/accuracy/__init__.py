"""Accuracy: what was forecast at the start of past periods, beside what came.

Words: *said* is the forecast as the history knew it when the period began; *came* is what was won in the period, of the
deals that were *known* by then and of those that were made since; the *plain guess* is as much as the period before
brought. Nothing is kept: both sides are read from the history, so they are of the deals that are seen today, with
their owners' teams and the rates as they stand. Not here: the forecast itself (`forecasts`).
"""
