"""The agenda: who has what to do, and when.

A *day* has parts: overdue, today, next, and what has no day. A *calendar* shows what falls into some days, and when a
series comes round again. A *proposal* is what could follow an activity. All of it is read from `saas/activities`.
"""
