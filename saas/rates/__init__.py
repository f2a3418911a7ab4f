"""Exchange rates: what one unit of another currency is worth in the company's own, from a day on.

A rate is in *force* on a day if no later one had been set by then. Amounts are kept in the currency in which they were
agreed; a rate is applied when they are shown or summed. Where no rate is in force, nothing is guessed: it is told.
"""
