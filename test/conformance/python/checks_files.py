"""Files: listing, uploading and downloading."""

import os
from pathlib import Path

from huggingface_hub import HfApi, HfFileSystem, hf_hub_download, snapshot_download
from huggingface_hub.errors import EntryNotFoundError
from table import NotOffered, check, digests, raises, temporary_folder, write_bytes, write_folder

MEBIBYTE = 1024 * 1024


@check("list_repo_tree, list_repo_files")
def list_repo_tree(api: HfApi):
    entries = list(api.list_repo_tree("my-org/my-model", recursive=True, expand=True))
    kinds = {entry.path: type(entry).__name__ for entry in entries}
    assert kinds["src"] == "RepoFolder" and kinds["src/model.py"] == "RepoFile", kinds
    assert all(entry.last_commit.title == "initial commit" for entry in entries)
    pickled = {entry.path: entry for entry in api.list_repo_tree("my-org/pickled-model", expand=True)}
    assert pickled["weights.pkl"].security.safe is False and pickled["README.md"].security.safe is True
    inside = [entry.path for entry in api.list_repo_tree("my-org/my-dataset", "data", repo_type="dataset")]
    assert inside == ["data/test.csv", "data/train.csv"], inside
    raises(EntryNotFoundError, lambda: list(api.list_repo_tree("my-org/my-model", "none")))


@check("get_paths_info")
def get_paths_info(api: HfApi):
    paths = ["src", "src/model.py", "none"]
    found = api.get_paths_info("my-org/my-model", paths, expand=True)
    assert sorted(entry.path for entry in found) == ["src", "src/model.py"], found
    assert all(entry.last_commit for entry in found)


@check("upload_file (regular, LFS basic, LFS multipart)")
def upload_file(api: HfApi):
    api.create_repo("my-org/py-files")
    for path, size in [("tiny.txt", 12), ("one.bin", MEBIBYTE + 5), ("parts.bin", 12 * MEBIBYTE + 9), ("empty.txt", 0)]:
        # Random bytes may hold a zero, which makes even a small file binary and so one for LFS.
        content = b"a" * size if path == "tiny.txt" else os.urandom(size)
        info = api.upload_file(repo_id="my-org/py-files", path_or_fileobj=content, path_in_repo=path)
        assert len(info.oid) == 40
        local = hf_hub_download("my-org/py-files", path)
        assert Path(local).read_bytes() == content, path
    sizes = {entry.path: (entry.size, bool(entry.lfs)) for entry in api.list_repo_tree("my-org/py-files")}
    assert sizes["parts.bin"] == (12 * MEBIBYTE + 9, True) and sizes["tiny.txt"] == (12, False), sizes


@check("hf_hub_download")
def download(api: HfApi):
    with temporary_folder() as folder:
        local = api.hf_hub_download("my-org/my-dataset", "data/train.csv", repo_type="dataset", local_dir=folder)
        assert Path(local).read_text() == "text,label\nhello,1\n"
    raises(EntryNotFoundError, lambda: api.hf_hub_download("my-org/my-model", "none.txt"))
    private = api.hf_hub_download("my-org/private-model", "README.md", revision="HEAD")
    assert "Private" in Path(private).read_text()


@check("HfFileSystem (ranges of a file)")
def ranges(api: HfApi):
    content = write_bytes(3 * MEBIBYTE)
    api.upload_file(repo_id="my-org/py-files", path_or_fileobj=content, path_in_repo="ranges.bin")
    files = HfFileSystem()
    assert "my-org/py-files/ranges.bin" in files.ls("my-org/py-files", detail=False)
    with files.open("my-org/py-files/ranges.bin", block_size=4096) as opened:
        opened.seek(2_000_000)
        assert opened.read(100) == content[2_000_000:2_000_100]
        opened.seek(-5, 2)
        assert opened.read() == content[-5:]


@check("upload_folder, snapshot_download")
def upload_folder(api: HfApi):
    with temporary_folder() as source, temporary_folder() as target:
        expected = write_folder(Path(source), small_files=50, large_bytes=3 * MEBIBYTE)
        api.create_repo("my-org/py-folder", repo_type="dataset")
        api.upload_folder(repo_id="my-org/py-folder", folder_path=source, repo_type="dataset")
        snapshot_download("my-org/py-folder", repo_type="dataset", local_dir=target)
        assert digests(Path(target)) == expected
        again = api.upload_folder(repo_id="my-org/py-folder", folder_path=source, repo_type="dataset")
        assert again.oid == api.dataset_info("my-org/py-folder").sha, "nothing changed, nothing committed"
        api.upload_folder(
            repo_id="my-org/py-folder", folder_path=source, repo_type="dataset", delete_patterns="part-1/*",
            allow_patterns="part-0/*",
        )
        assert not any(path.startswith("part-1/") for path in api.list_repo_files("my-org/py-folder", repo_type="dataset"))


@check("upload_large_folder")
def upload_large_folder(api: HfApi):
    if not hasattr(api, "upload_large_folder"):
        raise NotOffered("this version of huggingface_hub has no upload_large_folder: upload_folder does its work")
    with temporary_folder() as source, temporary_folder() as target:
        expected = write_folder(Path(source), small_files=60, large_bytes=12 * MEBIBYTE)
        api.upload_large_folder(repo_id="my-org/py-large", repo_type="model", folder_path=source, print_report=False)
        snapshot_download("my-org/py-large", local_dir=target)
        assert digests(Path(target)) == expected


@check("delete_file, delete_files, delete_folder")
def deletions(api: HfApi):
    api.delete_file("tiny.txt", "my-org/py-files")
    api.delete_files("my-org/py-files", ["*.bin"])
    assert set(api.list_repo_files("my-org/py-files")) == {".gitattributes", "empty.txt"}
    api.delete_folder("part-2", "my-org/py-folder", repo_type="dataset")
    left = api.list_repo_files("my-org/py-folder", repo_type="dataset")
    assert left and not any(path.startswith("part-2/") for path in left)
