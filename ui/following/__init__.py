"""What follows the brief in jobs: the states of claims, origins of articles, searching, the article that is
read.
"""
