"""What one system alone has stands in one module: elsewhere the package is written for Windows and macOS too."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "vadocs"
ROOM = PACKAGE / "posix.py"

MODULES = {
    "crypt", "curses", "fcntl", "grp", "msvcrt", "nis", "ossaudiodev", "posix", "pty", "pwd", "readline", "resource",
    "spwd", "syslog", "termios", "tty", "winreg", "winsound", "_winapi",
}  # fmt: skip
"""Modules of the standard library that one system alone has."""

NAMES = {
    "os": {
        "O_CLOEXEC", "O_DIRECTORY", "O_NOCTTY", "O_NOFOLLOW", "O_NONBLOCK", "O_SYNC", "O_BINARY", "WEXITSTATUS",
        "WIFEXITED", "WIFSIGNALED", "WNOHANG", "WTERMSIG", "chflags", "chown", "chroot", "confstr", "ctermid",
        "eventfd", "fchdir", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getgroups", "getloadavg",
        "getpgid", "getpgrp", "getpriority", "getsid", "getuid", "initgroups", "killpg", "lchown", "lockf",
        "major", "minor", "mkfifo", "mknod", "nice", "openpty", "pathconf", "pidfd_open", "posix_fadvise",
        "posix_fallocate", "posix_spawn", "posix_spawnp", "pread", "pwrite", "register_at_fork",
        "sched_getaffinity", "sched_setaffinity", "sched_yield", "sendfile", "setegid", "seteuid", "setgid",
        "setgroups", "setpgid", "setpriority", "setsid", "setuid", "startfile", "statvfs", "sync", "sysconf",
        "tcgetpgrp", "tcsetpgrp", "ttyname", "uname", "wait", "wait3", "wait4", "waitid",
    },
    "signal": {
        "CTRL_BREAK_EVENT", "CTRL_C_EVENT", "ITIMER_REAL", "SIGALRM", "SIGBREAK", "SIGCHLD", "SIGHUP", "SIGKILL",
        "SIGPIPE", "SIGQUIT", "SIGSTOP", "SIGTSTP", "SIGUSR1", "SIGUSR2", "SIGXCPU", "alarm", "getitimer", "pause",
        "pthread_kill", "pthread_sigmask", "setitimer", "siginterrupt", "sigwait",
    },
    "socket": {"AF_UNIX", "socketpair"},
    "select": {"epoll", "kqueue", "poll"},
    "time": {"tzset", "clock_settime"},
}  # fmt: skip
"""By module, names that one system alone has: `getattr(os, "O_NOFOLLOW", 0)` says what is done without."""

PLACES = ("/dev/", "/proc/", "/etc/", "/usr/", "/tmp", "/var/", "~/.", "C:\\")
"""How paths begin that one system alone has."""


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    """Every module of the package but the one that is POSIX's."""
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if path != ROOM]
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


def faults(tree: ast.Module) -> Iterator[str]:
    """What in a module one system alone has: imports, names, paths written out, files opened in the system's code."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (f"import {one.name}" for one in names if one.name in MODULES)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"import {module}" for _ in names[:1] if module in MODULES)
                known = NAMES.get(module, set())
                yield from (f"{module}.{one.name}" for one in names if one.name in known)
            case ast.Attribute(value=ast.Name(id=module), attr=name) if name in NAMES.get(module, ()):
                yield f"{module}.{name}"
            case ast.Constant(value=str(text)) if text.startswith(PLACES):
                yield f'"{text}"'
            case ast.Call(func=ast.Attribute(attr="read_text" | "write_text"), keywords=given, args=args) if (
                not args or not isinstance(args[0], ast.Call)
            ) and not {"encoding"} & {one.arg for one in given}:
                yield f"line {node.lineno}: no encoding"
            case ast.Call(func=ast.Name(id="open"), keywords=given, args=args):
                modes = [one.value for one in args[1:2] if isinstance(one, ast.Constant)]
                if not any("b" in str(mode) for mode in modes) and "encoding" not in {one.arg for one in given}:
                    yield f"line {node.lineno}: no encoding"


def test_what_one_system_alone_has_stands_in_one_module() -> None:
    """No other module imports, names or opens it: Windows would end there with a traceback."""
    found = {str(path.relative_to(PACKAGE)): told for path, tree in trees() if (told := list(faults(tree)))}
    assert not found


def test_the_one_module_is_imported_where_its_absence_is_expected() -> None:
    """Whoever imports `vadocs.posix` says in the same breath what is done where there is none."""
    asked = 0
    for path, tree in trees():
        guarded = [
            inner
            for node in ast.walk(tree)
            if (isinstance(node, ast.Try) and any(_about_imports(one.type) for one in node.handlers))
            or (isinstance(node, ast.With) and any("ImportError" in ast.unparse(one) for one in node.items))
            or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
            for inner in ast.walk(node)
        ]
        for node in ast.walk(tree):
            named = isinstance(node, ast.ImportFrom) and (
                node.module == "vadocs.posix"
                or (node.module == "vadocs" and any(one.name == "posix" for one in node.names))
            )
            if named:
                asked += 1
                assert any(node is one for one in guarded), f"{path}: line {node.lineno}"
    assert asked >= 5, "the walk found hardly anyone who asks for it: it looks at the wrong place"


def _about_imports(caught: ast.expr | None) -> bool:
    return caught is not None and ast.unparse(caught) == "ImportError"


@pytest.mark.parametrize(
    "source",
    [
        "import fcntl", "from os import fork", "import os\nos.killpg(1, 9)", "import signal\nsignal.SIGKILL",
        "x = '/proc/self'", "open('a')", "open('a', 'w')", "from pathlib import Path\nPath('a').read_text()",
    ],
)  # fmt: skip
def test_the_walk_sees(source: str) -> None:
    """Each kind of fault that is looked for is found where it stands."""
    assert list(faults(ast.parse(source)))
