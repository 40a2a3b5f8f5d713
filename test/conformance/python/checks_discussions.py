"""Discussions and pull requests."""

from huggingface_hub import CommitOperationAdd, HfApi
from huggingface_hub.errors import BadRequestError, HfHubHTTPError
from table import check, raises

REPO = "my-org/py-discussions"


@check("create_discussion, get_discussion_details")
def create_discussion(api: HfApi):
    api.create_repo(REPO)
    made = api.create_discussion(REPO, "First words", description="Hello <b>there</b>")
    assert (made.num, made.status, made.is_pull_request, made.author) == (1, "open", False, "ada"), made
    assert made.events[0].content == "Hello <b>there</b>"
    assert made.url.endswith("/my-org/py-discussions/discussions/1"), made.url
    raises(BadRequestError, lambda: api.create_discussion(REPO, "ab"))
    raises(HfHubHTTPError, lambda: api.get_discussion_details(REPO, 99), 404)


@check("get_repo_discussions")
def get_repo_discussions(api: HfApi):
    for number in range(5):
        api.create_discussion(REPO, f"Topic {number}")
    listed = list(api.get_repo_discussions(REPO))
    assert [one.num for one in listed] == [6, 5, 4, 3, 2, 1], "several pages, newest first"
    assert list(api.get_repo_discussions(REPO, discussion_type="pull_request")) == []
    assert list(api.get_repo_discussions(REPO, author="grace")) == []


@check("comment_discussion, edit_discussion_comment, hide_discussion_comment")
def comments(api: HfApi):
    comment = api.comment_discussion(REPO, 1, "A thought")
    assert comment.content == "A thought" and comment.edited is False
    edited = api.edit_discussion_comment(REPO, 1, comment.id, "A better thought")
    assert edited.edited and edited.content == "A better thought" and edited.number_of_edits == 1
    assert edited.edit_history, "what it was before"
    hidden = api.hide_discussion_comment(REPO, 1, comment.id)
    assert hidden.hidden
    assert len([event for event in api.get_discussion_details(REPO, 1).events if event.type == "comment"]) == 2


@check("rename_discussion")
def rename_discussion(api: HfApi):
    change = api.rename_discussion(REPO, 1, "Last words")
    assert (change.old_title, change.new_title) == ("First words", "Last words")
    assert api.get_discussion_details(REPO, 1).title == "Last words"


@check("change_discussion_status")
def change_discussion_status(api: HfApi):
    change = api.change_discussion_status(REPO, 1, "closed", comment="Done")
    assert change.new_status == "closed"
    assert 1 not in [one.num for one in api.get_repo_discussions(REPO, discussion_status="open")]
    assert [one.num for one in api.get_repo_discussions(REPO, discussion_status="closed")] == [1]
    api.change_discussion_status(REPO, 1, "open")
    refused = lambda: api.change_discussion_status(REPO, 1, "closed", token="hf_sandbox_mallory_write")
    raises(HfHubHTTPError, refused, 403)


@check("create_pull_request, merge_pull_request")
def pull_request(api: HfApi):
    draft = api.create_pull_request(REPO, "Add a file")
    assert (draft.status, draft.is_pull_request, draft.target_branch) == ("draft", True, "refs/heads/main"), draft
    raises(HfHubHTTPError, lambda: api.merge_pull_request(REPO, draft.num), 409)
    api.change_discussion_status(REPO, draft.num, "open")
    api.upload_file(
        repo_id=REPO, path_or_fileobj=b"one\n", path_in_repo="added.txt", revision=draft.git_reference
    )
    details = api.get_discussion_details(REPO, draft.num)
    assert "+one" in details.diff and details.conflicting_files in (None, []), details.diff
    assert any(event.type == "commit" for event in details.events)
    assert not api.file_exists(REPO, "added.txt")
    api.merge_pull_request(REPO, draft.num, comment="Thanks")
    merged = api.get_discussion_details(REPO, draft.num)
    assert merged.status == "merged" and merged.merge_commit_oid
    assert api.file_exists(REPO, "added.txt")
    assert api.list_repo_commits(REPO)[0].commit_id == merged.merge_commit_oid


@check("create_commit (pull request), conflicts")
def conflicting(api: HfApi):
    add = lambda text: [CommitOperationAdd(path_in_repo="same.txt", path_or_fileobj=text)]
    info = api.create_commit(REPO, add(b"theirs"), commit_message="Theirs", create_pr=True)
    assert info.pr_num and info.pr_revision == f"refs/pr/{info.pr_num}" and info.pr_url, info
    api.create_commit(REPO, add(b"ours"), commit_message="Ours")
    details = api.get_discussion_details(REPO, info.pr_num)
    assert details.status == "open" and details.conflicting_files == ["same.txt"], details
    raises(HfHubHTTPError, lambda: api.merge_pull_request(REPO, info.pr_num), 409)
    by_reader = api.create_commit(
        REPO, add(b"visitor"), commit_message="By a visitor", create_pr=True, token="hf_sandbox_mallory_write"
    )
    assert by_reader.pr_num == info.pr_num + 1
