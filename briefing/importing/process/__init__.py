"""The worker process that parses foreign bytes: what it may do, how it is asked, what is believed of its
answers.
"""
