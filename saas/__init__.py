"""Kesher: a multi-tenant CRM."""
