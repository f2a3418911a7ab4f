"""The floor every capability stands on: work, records, errors, ids, time, money, events, jobs, effects and texts.

It knows the tenants below it and no capability above it: capabilities are found by walking their folders.
"""
