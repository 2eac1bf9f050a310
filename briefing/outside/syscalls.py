"""The calls of the Linux kernel that a process of ours which reads foreign bytes has no use for, and why.

Numbers are those of the kernel's own tables: x86-64 (arch/x86/entry/syscalls/syscall_64.tbl) and AArch64
(include/uapi/asm-generic/unistd.h). What is newer than NEWEST is answered as unknown, so that a C library
falls back on a call that is in here. `seccomp` makes a filter of it.
"""

from __future__ import annotations

from typing import NamedTuple

NEWEST = 450  # set_mempolicy_home_node, Linux 5.17; the same on both


class Call(NamedTuple):
    """A call of the kernel by name; its number on each machine, None where the machine has none such."""

    name: str
    x86_64: int | None
    aarch64: int | None


class Group(NamedTuple):
    """Calls that are refused for one reason: such a call "…"."""

    why: str
    calls: tuple[Call, ...]


def _group(why: str, rows: str) -> Group:
    """Return the group of a table: a call a piece, "name x86-64 AArch64", pieces parted by commas."""
    calls = []
    for row in rows.replace("\n", " ").split(","):
        name, x86_64, aarch64 = row.split()
        calls.append(Call(name, *(None if n == "-" else int(n) for n in (x86_64, aarch64))))
    return Group(why, tuple(calls))


NETWORK = _group(
    "reaches the network, or another process over a socket",
    """socket 41 198, socketpair 53 199, connect 42 203, bind 49 200, listen 50 201, accept 43 202,
    accept4 288 242, sendto 44 206, recvfrom 45 207, sendmsg 46 211, recvmsg 47 212, sendmmsg 307 269,
    recvmmsg 299 243, shutdown 48 210, getsockname 51 204, getpeername 52 205, setsockopt 54 208,
    getsockopt 55 209""",
)
REFUSED: tuple[Group, ...] = (
    NETWORK,
    _group(
        "starts another program",
        """execve 59 221, execveat 322 281, uselib 134 -, fork 57 -, vfork 58 -""",
    ),
    _group(
        "writes, or makes a file that can be written",
        """creat 85 -, truncate 76 45, ftruncate 77 46, fallocate 285 47, memfd_create 319 279,
    memfd_secret 447 447, copy_file_range 326 285""",
    ),
    _group(
        "changes names or what a folder holds",
        """unlink 87 -, unlinkat 263 35, rename 82 -, renameat 264 38, renameat2 316 276, link 86 -,
    linkat 265 37, symlink 88 -, symlinkat 266 36, mkdir 83 -, mkdirat 258 34, rmdir 84 -, mknod 133 -,
    mknodat 259 33""",
    ),
    _group(
        "changes rights, owners, times or labels",
        """chmod 90 -, fchmod 91 52, fchmodat 268 53, chown 92 -, fchown 93 55, lchown 94 -, fchownat 260 54,
    utime 132 -, utimes 235 -, futimesat 261 -, utimensat 280 88, setxattr 188 5, lsetxattr 189 6,
    fsetxattr 190 7, removexattr 197 14, lremovexattr 198 15, fremovexattr 199 16, umask 95 166""",
    ),
    _group(
        "gets at files past the check of their names",
        """open_by_handle_at 304 265, name_to_handle_at 303 264""",
    ),
    _group(
        "ends, stops or changes another process",
        """tkill 200 130, rt_sigqueueinfo 129 138, rt_tgsigqueueinfo 297 240, pidfd_open 434 434,
    pidfd_getfd 438 438, pidfd_send_signal 424 424, process_madvise 440 440, process_mrelease 448 448,
    setpriority 141 140, ioprio_set 251 30, sched_setparam 142 118, sched_setscheduler 144 119,
    sched_setattr 314 274, sched_setaffinity 203 122, migrate_pages 256 238, move_pages 279 239,
    setpgid 109 154, setsid 112 157""",
    ),
    _group(
        "looks into another process, or watches files",
        """ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, kcmp 312 272,
    perf_event_open 298 241, inotify_init 253 -, inotify_init1 294 26, inotify_add_watch 254 27,
    fanotify_init 300 262, fanotify_mark 301 263, lookup_dcookie 212 18""",
    ),
    _group(
        "shares memory, messages or locks with other processes",
        """shmget 29 194, shmat 30 196, shmctl 31 195, msgget 68 186, msgsnd 69 189, msgrcv 70 188,
    msgctl 71 187, semget 64 190, semop 65 193, semtimedop 220 192, semctl 66 191, mq_open 240 180,
    mq_unlink 241 181, mq_timedsend 242 182, mq_timedreceive 243 183, mq_notify 244 184,
    mq_getsetattr 245 185, flock 73 32""",
    ),
    _group(
        "does the above by way of a queue that no filter sees",
        """io_uring_setup 425 425, io_uring_enter 426 426, io_uring_register 427 427, io_setup 206 0,
    io_submit 209 2, io_pgetevents 333 292""",
    ),
    _group(
        "changes user, rights or limits",
        """setuid 105 146, setgid 106 144, setreuid 113 145, setregid 114 143, setresuid 117 147,
    setresgid 119 149, setfsuid 122 151, setfsgid 123 152, setgroups 116 159, capset 126 91,
    setrlimit 160 164, personality 135 92""",
    ),
    _group(
        "opens a way into the kernel",
        """bpf 321 280, userfaultfd 323 282, keyctl 250 219, add_key 248 217, request_key 249 218,
    init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104,
    kexec_file_load 320 294, iopl 172 -, ioperm 173 -, modify_ldt 154 -, syslog 103 116""",
    ),
    _group(
        "changes what every process sees",
        """mount 165 40, umount2 166 39, mount_setattr 442 442, move_mount 429 429, open_tree 428 428,
    fsopen 430 430, fsconfig 431 431, fsmount 432 432, fspick 433 433, pivot_root 155 41, chroot 161 51,
    setns 308 268, unshare 272 97, swapon 167 224, swapoff 168 225, reboot 169 142, sethostname 170 161,
    setdomainname 171 162, settimeofday 164 170, clock_settime 227 112, adjtimex 159 171,
    clock_adjtime 305 266, acct 163 89, quotactl 179 60, quotactl_fd 443 443, vhangup 153 58,
    nfsservctl 180 42, sync 162 81, syncfs 306 267, _sysctl 156 -""",
    ),
)

# Of the network, what a process that fetches one address does use; it never waits for others to call.
TO_FETCH = tuple(
    c for c in NETWORK.calls if c.name not in ("socket", "socketpair", "listen", "accept", "accept4")
)

# Looked at more closely: some uses are refused, by `seccomp`.
OPEN, OPENAT, CLONE = Call("open", 2, None), Call("openat", 257, 56), Call("clone", 56, 220)
KILL, TGKILL, PRLIMIT = Call("kill", 62, 129), Call("tgkill", 234, 131), Call("prlimit64", 302, 261)
IOCTL, FCNTL, SOCKET = Call("ioctl", 16, 29), Call("fcntl", 72, 25), Call("socket", 41, 198)

# Their arguments lie in memory, where no filter looks: as if unknown, so that the older call is made instead.
UNKNOWN = (Call("clone3", 435, 435), Call("openat2", 437, 437))
