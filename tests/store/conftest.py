"""A system that fails at the n-th call."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

CALLS = ("fchmod", "fsync", "ftruncate", "mkdir", "open", "replace", "scandir", "stat", "unlink", "write")


class Killed(BaseException):
    """The process ends here: nothing that it would still do reaches the disk."""


class Faults:
    """A disk that is fast, and while `at` is on fails: the n-th call (from 1) or the first of a name.

    `hit` tells whether it came to that.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.trace: list[str] = []
        self.hit = False
        self._fault: int | type[Killed] | None = None
        self._at: int | str = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name, call):
        def wrapped(*args, **more):
            here = not self.hit and self._at in (len(self.trace) + 1, name)
            if here or (self.hit and self._at and self._fault is Killed):
                self.trace.append(name)
                self.hit = True
                raise self._fault if self._fault is Killed else OSError(self._fault, os.strerror(self._fault))
            self.trace.append(name)
            return None if name == "fsync" else call(*args, **more)

        return wrapped

    @contextmanager
    def at(self, at: int | str, fault: int | type[Killed]) -> Iterator[None]:
        self.trace, self.hit, self._at, self._fault = [], False, at, fault
        try:
            yield
        finally:
            self._at = 0


@pytest.fixture
def faults(monkeypatch):
    return Faults(monkeypatch)


@pytest.fixture
def killed():
    return Killed


@pytest.fixture(params=["EIO", "ENOSPC", "EROFS", "EACCES"])
def fault(request):
    return getattr(errno, request.param)
