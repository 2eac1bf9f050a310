"""What comes from outside is opened, read and parsed by processes that can be ended, and can do nothing else.

`read` and `reader` are the caller's end; `reader_process` and `folders` run in the process that opens what a
person named. `seccomp` and `landlock` are what the system itself refuses to such a process.
"""
