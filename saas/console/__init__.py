"""The admin console: what platform admins know of companies, and what they ask for.

An *admin* is a person who was granted it in the terminal. An *errand* is an action of his with a reason; it waits for a
worker, which alone has the owner's rights, and ends done or failed. A *survey* is how a company stood when a worker
looked last. No record of a company's customers is read here. The tables stand in `platform`.
"""
