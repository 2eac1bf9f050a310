"""Pictures for figures: decoded in the worker process, turned upright, and written again without what says
more than the picture shows.
"""
