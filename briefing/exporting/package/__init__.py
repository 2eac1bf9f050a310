"""The evidence package: a zip file with the brief, its cited articles and a page that checks them.

`manifest` says what it holds, `packing` makes its files, `check_package` holds them against the manifest.
"""
