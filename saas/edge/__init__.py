"""The edge: where HTTP ends. It finds out who asks and of which company, keeps the limits, and masks what broke.

Below it nobody sees a request, except the doors that a capability declares in its `routes.py`.
"""
