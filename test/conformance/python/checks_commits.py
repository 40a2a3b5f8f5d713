"""Commits, branches, tags and history, and two writers at once."""

from concurrent.futures import ThreadPoolExecutor

from huggingface_hub import CommitOperationAdd, CommitOperationCopy, CommitOperationDelete, HfApi
from huggingface_hub.errors import EntryNotFoundError, HfHubHTTPError
from table import check, raises

REPO = "my-org/py-commits"


def adding(path: str, content: bytes = b"x"):
    return [CommitOperationAdd(path_in_repo=path, path_or_fileobj=content)]


@check("create_commit (add, copy, delete)")
def create_commit(api: HfApi):
    api.create_repo(REPO)
    first = api.create_commit(REPO, adding("a.txt", b"a") + adding("d/b.bin", bytes(2048)), commit_message="Add")
    assert len(first.oid) == 40 and first.commit_url.endswith(first.oid)
    copies = [
        CommitOperationCopy(src_path_in_repo="d/b.bin", path_in_repo="c.bin"),
        CommitOperationCopy(src_path_in_repo="a.txt", path_in_repo="c.txt"),
        CommitOperationDelete(path_in_repo="a.txt"),
    ]
    api.create_commit(REPO, copies, commit_message="Copy", commit_description="and delete")
    assert set(api.list_repo_files(REPO)) == {".gitattributes", "c.bin", "c.txt", "d/b.bin"}
    missing = [CommitOperationDelete(path_in_repo="none.txt")]
    raises(EntryNotFoundError, lambda: api.create_commit(REPO, missing, commit_message="Delete"))
    same = api.create_commit(REPO, adding("c.txt", b"a"), commit_message="Nothing new")
    assert api.list_repo_commits(REPO)[0].commit_id == same.oid and len(api.list_repo_commits(REPO)) == 3


@check("create_commit (README is validated)")
def validated(api: HfApi):
    bad = adding("README.md", b"---\nlicense: no-such-licence\n---\n")
    raises(ValueError, lambda: api.create_commit(REPO, bad, commit_message="Card"))
    api.create_commit(REPO, adding("README.md", b"---\nlicense: mit\n---\n"), commit_message="Card")
    assert api.model_info(REPO).card_data.license == "mit"


@check("create_commit (parent commit, two writers at once)")
def two_writers(api: HfApi):
    head = api.model_info(REPO).sha

    def write(name: str):
        try:
            return api.create_commit(REPO, adding(name), commit_message=name, parent_commit=head)
        except HfHubHTTPError as error:
            return error

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(write, ["left.txt", "right.txt"]))
    lost = [result for result in results if isinstance(result, HfHubHTTPError)]
    assert len(lost) == 1 and lost[0].response.status_code == 412, results
    assert "A commit has happened since" in str(lost[0])
    files = api.list_repo_files(REPO)
    assert ("left.txt" in files) != ("right.txt" in files), "nothing of the loser is seen"


@check("create_repo (two writers at once)")
def two_creators(api: HfApi):
    with ThreadPoolExecutor(4) as pool:
        urls = list(pool.map(lambda index: api.create_repo(f"my-org/py-together-{index}"), range(4)))
    assert len({url.repo_id for url in urls}) == 4, "the client waits until the Hub has time"
    with ThreadPoolExecutor(2) as pool:
        same = list(pool.map(lambda _: api.create_repo("my-org/py-same", exist_ok=True), range(2)))
    assert {url.repo_id for url in same} == {"my-org/py-same"}


@check("create_branch, delete_branch, list_repo_refs")
def branches(api: HfApi):
    first = api.list_repo_commits(REPO)[-1].commit_id
    api.create_branch(REPO, branch="feature/x", revision=first)
    raises(HfHubHTTPError, lambda: api.create_branch(REPO, branch="feature/x"), 409)
    api.create_branch(REPO, branch="feature/x", exist_ok=True)
    raises(HfHubHTTPError, lambda: api.create_branch(REPO, branch="refs/pr/5"), 400)
    api.upload_file(repo_id=REPO, path_or_fileobj=b"b", path_in_repo="branch.txt", revision="feature/x")
    assert api.file_exists(REPO, "branch.txt", revision="feature/x") and not api.file_exists(REPO, "branch.txt")
    refs = api.list_repo_refs(REPO, include_pull_requests=True)
    assert {one.name for one in refs.branches} == {"main", "feature/x"} and refs.pull_requests == []
    api.delete_branch(REPO, branch="feature/x")
    raises(HfHubHTTPError, lambda: api.delete_branch(REPO, branch="main"))
    raises(HfHubHTTPError, lambda: api.delete_branch(REPO, branch="feature/x"))


@check("create_tag, delete_tag")
def tags(api: HfApi):
    first = api.list_repo_commits(REPO)[-1].commit_id
    api.create_tag(REPO, tag="v1", revision=first, tag_message="The first")
    api.create_tag(REPO, tag="main")
    raises(HfHubHTTPError, lambda: api.create_tag(REPO, tag="v1"), 409)
    api.create_tag(REPO, tag="v1", exist_ok=True)
    refs = api.list_repo_refs(REPO)
    assert {one.name: one.target_commit for one in refs.tags}["v1"] == first
    assert api.list_repo_files(REPO, revision="v1") == [".gitattributes"]
    api.delete_tag(REPO, tag="v1")
    raises(HfHubHTTPError, lambda: api.delete_tag(REPO, tag="v1"), 404)


@check("list_repo_commits")
def list_repo_commits(api: HfApi):
    commits = api.list_repo_commits(REPO, formatted=True)
    assert commits[-1].title == "initial commit" and commits[0].authors == ["ada"] and commits[0].created_at
    assert any(commit.title == "Copy" and commit.message == "and delete" for commit in commits)


@check("super_squash_history")
def super_squash_history(api: HfApi):
    before = set(api.list_repo_files(REPO))
    api.super_squash_history(REPO, commit_message="Squashed")
    assert [commit.title for commit in api.list_repo_commits(REPO)] == ["Squashed"]
    assert set(api.list_repo_files(REPO)) == before
