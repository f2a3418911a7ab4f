"""The commands of `kesher`, a module for each noun, and what they share: settings, a database that runs, a company."""
