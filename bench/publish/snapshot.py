"""Prints the SHA-256 of every file of a repository as snapshot_download fetches it: `snapshot.py REPOSITORY`."""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

from huggingface_hub import snapshot_download


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


with tempfile.TemporaryDirectory() as folder:
    snapshot_download(sys.argv[1], local_dir=folder)
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    names = {path.relative_to(folder).as_posix(): digest(path) for path in files}
    print(json.dumps({name: sha for name, sha in names.items() if not name.startswith(".cache/")}))
