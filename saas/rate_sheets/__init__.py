"""Rate sheets: exchange rates out of a CSV file, as banks give them.

A *sheet* is long, a rate a line, or wide, a day a line and a currency a column. What it would change is shown before;
lines that make no sense are named, and never half taken.
"""
