"""Assignment: which member a lead goes to, by the company's own rules.

*Rules* stand in an order; the first that *fits* a lead and has somebody *free* in its *pool* gives it away: to one
person, to each in turn, or to who has the fewest open leads. What was decided, and why, is told for ever.
"""
