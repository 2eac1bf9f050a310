"""What the readers of all formats share: what they return, metadata, dates, cleaning, and what was left
out.
"""
