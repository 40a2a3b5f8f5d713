"""The `hf` command line, as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from huggingface_hub import HfApi, snapshot_download
from table import check, digests, temporary_folder, write_folder

MEBIBYTE = 1024 * 1024


def hf(*arguments: str, succeeds: bool = True) -> str:
    command = Path(sys.executable).with_name("hf.exe" if os.name == "nt" else "hf")
    done = subprocess.run([str(command), *arguments], capture_output=True, text=True, timeout=300)
    assert (done.returncode == 0) == succeeds, f"hf {' '.join(arguments)}: {done.stdout[-400:]} {done.stderr[-400:]}"
    return done.stdout + done.stderr


@check("hf auth whoami")
def auth_whoami(api: HfApi):
    said = hf("auth", "whoami")
    assert "ada" in said and "my-org" in said, said


@check("hf repos create, settings, move, duplicate, delete")
def repos(api: HfApi):
    hf("repos", "create", "my-org/cli-model", "--private")
    assert api.model_info("my-org/cli-model").private
    assert "already" in hf("repos", "create", "my-org/cli-model", succeeds=False)
    hf("repos", "settings", "my-org/cli-model", "--gated", "auto")
    assert api.model_info("my-org/cli-model").gated == "auto"
    hf("repos", "move", "my-org/cli-model", "my-org/cli-moved")
    hf("repos", "duplicate", "my-org/cli-moved", "ada/cli-copy")
    assert api.repo_exists("ada/cli-copy")
    hf("repos", "delete", "my-org/cli-moved", "--yes")
    assert not api.repo_exists("my-org/cli-moved")


@check("hf repos list")
def repos_list(api: HfApi):
    listed = json.loads(hf("repos", "list", "--namespace", "my-org", "--limit", "100", "--format", "json"))
    assert {"my-org/my-model", "my-org/my-dataset", "my-org/my-space"} <= {one["id"] for one in listed}, listed


@check("hf repos branch, tag, delete-files")
def repos_refs(api: HfApi):
    api.create_repo("my-org/cli-refs")
    api.upload_file(repo_id="my-org/cli-refs", path_or_fileobj=b"x", path_in_repo="x.txt")
    hf("repos", "branch", "create", "my-org/cli-refs", "dev")
    hf("repos", "tag", "create", "my-org/cli-refs", "v1")
    assert "v1" in hf("repos", "tag", "list", "my-org/cli-refs")
    hf("repos", "delete-files", "my-org/cli-refs", "x.txt")
    assert api.file_exists("my-org/cli-refs", "x.txt", revision="dev") and not api.file_exists("my-org/cli-refs", "x.txt")
    hf("repos", "branch", "delete", "my-org/cli-refs", "dev")


@check("hf upload (200 small files and one of 60 MB), snapshot_download gives the same bytes")
def upload(api: HfApi):
    with temporary_folder() as source, temporary_folder() as target:
        expected = write_folder(Path(source), small_files=200, large_bytes=60 * MEBIBYTE)
        assert len(expected) == 201
        hf("upload", "my-org/cli-upload", source, ".", "--commit-message", "Upload it all")
        snapshot_download("my-org/cli-upload", local_dir=target)
        assert digests(Path(target)) == expected


@check("hf download")
def download(api: HfApi):
    with temporary_folder() as target:
        hf("download", "my-org/cli-upload", "--include", "part-0/*", "--local-dir", target)
        assert len(digests(Path(target))) == 29
        hf("download", "my-org/my-dataset", "data/train.csv", "--repo-type", "dataset", "--local-dir", target)
        assert (Path(target) / "data/train.csv").read_text() == "text,label\nhello,1\n"
    assert "not found" in hf("download", "my-org/nowhere", succeeds=False).lower()
