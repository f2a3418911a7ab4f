"""The admin host: signing in there, the platform's own graph, and the client's page.

No company is known here by its host, and no member: who asks is a platform admin (`saas.console`).
"""
