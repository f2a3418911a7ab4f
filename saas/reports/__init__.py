"""Reports: the numbers that people look at each day, each of them with the records that it counts.

Words: *whose* numbers are asked for, a member's, a team's or all that the reader sees; a *total* is a number of deals
and their worth; a deal is *stalled* when it has stood in its stage for longer than the stage's *limit*; *progress* is a
period until today beside the one before until the same day. Days are the company's. Not here: what will probably come
(`forecasts`), and what is to be done today (`agenda`).
"""
