"""SCIM 2.0 (RFC 7644) on the company's host, `/scim/v2`: the door of its directory of people."""
