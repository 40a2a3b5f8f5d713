"""The table of methods: each check is registered under the client's own name for what it tries."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Callable

from huggingface_hub import HfApi

CHECKS: list[tuple[str, Callable[[HfApi], None]]] = []


class NotOffered(Exception):
    """The installed client has no such method."""


def check(method: str):
    """Registers a check; it passes when it does not raise."""

    def register(function: Callable[[HfApi], None]):
        CHECKS.append((method, function))
        return function

    return register


def raises(error: type[Exception], call: Callable[[], object], status: int | None = None) -> Exception:
    """Expects the call to raise that error, with that HTTP status if one is named."""
    try:
        call()
    except error as raised:
        got = getattr(getattr(raised, "response", None), "status_code", None)
        assert status is None or got == status, f"expected status {status}, got {got}: {raised}"
        return raised
    raise AssertionError(f"expected {error.__name__}")


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each file below a folder, leaving out what the client keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts and path.name != ".gitattributes"
    }


def write_bytes(size: int) -> bytes:
    """Bytes that repeat in no pattern, the same in each run."""
    return hashlib.shake_256(b"sandbox").digest(size)


def write_folder(folder: Path, small_files: int, large_bytes: int) -> dict[str, str]:
    """Writes a folder of small files and one large one of bytes that repeat in no pattern."""
    for index in range(small_files):
        path = folder / f"part-{index % 7}" / f"file {index}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"content of file {index}\n")
    if large_bytes:
        block = write_bytes(1024 * 1024)
        with (folder / "large.bin").open("wb") as large:
            for index in range(large_bytes // len(block)):
                large.write(index.to_bytes(8, "big") + block[8:])
    return digests(folder)


def temporary_folder() -> tempfile.TemporaryDirectory:
    return tempfile.TemporaryDirectory(prefix="hub-conformance-")


def run_all() -> int:
    """Runs every check, prints one JSON line for each, and tells how many failed."""
    api = HfApi()
    only = os.environ.get("ONLY")
    failures = 0
    for method, function in CHECKS:
        if only and only not in method:
            continue
        started = time.monotonic()
        result: dict[str, object] = {"method": method, "passes": True}
        try:
            function(api)
        except NotOffered as missing:
            result = {"method": method, "passes": False, "offered": False, "reason": str(missing)}
        except BaseException as error:  # noqa: BLE001 - whatever goes wrong is a row of the table
            failures += 1
            result = {"method": method, "passes": False, "reason": f"{type(error).__name__}: {error}"[:600]}
            traceback.print_exc(file=sys.stderr)
        result["seconds"] = round(time.monotonic() - started, 2)
        print(json.dumps(result), flush=True)
    return failures
