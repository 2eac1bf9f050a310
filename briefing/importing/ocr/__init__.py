"""Reading pages that are pictures, with the extra `ocr`: in a worker of its own, a page a request.

`importing.machine_reading` asks, `read_picture` answers in the worker, `page_order` makes a text of the lines
found.
"""

NO_PAGE = -1  # the number that asks how many pages there are, and for none of them
