"""What joins the packages: adding texts, exporting with the proof, verifying a handed file, reading a review,
the sample.
"""
