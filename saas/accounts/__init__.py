"""Accounts: the companies that a subscriber sells to and serves.

An *account* is a customer, partner or prospect organisation; it may belong to a *parent* account. People in it are
`contacts`, business with it are `deals`: both know their account, the account knows neither.
"""
