"""The company itself: what it is called, in which currency it counts, when its year begins, and when it works.

Its name, currency, language, time zone, first day of the week, fiscal year and logo's digest stand in the directory of
companies, `Tenant`; its hours, holidays and the logo's picture in its own tables. A *holiday* is a day, or the end of
one, on which nobody works. To customers a company is an account: see `saas.accounts`.
"""
