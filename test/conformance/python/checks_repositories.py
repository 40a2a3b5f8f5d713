"""Accounts, repositories, lists, collections and papers."""

from huggingface_hub import HfApi
from huggingface_hub.errors import (
    BadRequestError,
    GatedRepoError,
    HfHubHTTPError,
    RepositoryNotFoundError,
    RevisionNotFoundError,
)
from table import check, raises


@check("whoami")
def whoami(api: HfApi):
    me = api.whoami()
    assert me["name"] == "ada", me
    assert {org["name"] for org in me["orgs"]} == {"my-org", "other-org"}
    raises(HfHubHTTPError, lambda: api.whoami(token="hf_unknown"), 401)


@check("create_repo")
def create_repo(api: HfApi):
    url = api.create_repo("my-org/py-model", private=True)
    assert url.repo_id == "my-org/py-model" and url.repo_type == "model", url
    assert api.create_repo("my-org/py-model", exist_ok=True).repo_id == "my-org/py-model"
    raises(HfHubHTTPError, lambda: api.create_repo("my-org/py-model"), 409)
    raises(HfHubHTTPError, lambda: api.create_repo("google-bert/mine"), 403)
    raises(HfHubHTTPError, lambda: api.create_repo("my-org/mine", token="hf_sandbox_ada_read"), 403)
    assert api.create_repo("py-own").repo_id == "ada/py-own"
    assert api.create_repo("my-org/py-data", repo_type="dataset").repo_type == "dataset"
    space = api.create_repo(
        "my-org/py-space",
        repo_type="space",
        space_sdk="gradio",
        space_secrets=[{"key": "TOKEN", "value": "x"}],
        space_variables=[{"key": "MODE", "value": "fast"}],
    )
    assert space.repo_type == "space"
    assert api.get_space_variables("my-org/py-space")["MODE"].value == "fast"


@check("repo_exists, revision_exists, file_exists")
def repo_exists(api: HfApi):
    assert api.repo_exists("my-org/my-model")
    assert not api.repo_exists("my-org/nowhere")
    assert not api.repo_exists("my-org/private-model", token=False)
    assert api.revision_exists("my-org/my-model", "main") and not api.revision_exists("my-org/my-model", "none")
    assert api.file_exists("my-org/my-model", "src/model.py") and not api.file_exists("my-org/my-model", "none")


@check("list_models")
def list_models(api: HfApi):
    models = list(api.list_models(author="my-org", full=True))
    assert len({model.id for model in models}) == len(models) >= 4, models
    mine = next(model for model in models if model.id == "my-org/my-model")
    assert mine.tags and "license:apache-2.0" in mine.tags and mine.siblings, mine
    assert [model.id for model in api.list_models(filter="sandbox", cardData=True)] == ["my-org/my-model"]
    assert [model.id for model in api.list_models(search="bert-base")] == ["google-bert/bert-base-uncased"]
    assert next(iter(api.list_models(sort="downloads"))).id == "google-bert/bert-base-uncased"
    assert [model.gated for model in api.list_models(gated=True, expand=["gated"])] == ["manual"]


@check("list_datasets")
def list_datasets(api: HfApi):
    ids = [dataset.id for dataset in api.list_datasets(author="my-org", full=True)]
    assert "my-org/my-dataset" in ids, ids
    assert "ada/notes" not in [dataset.id for dataset in api.list_datasets(token=False)]


@check("list_spaces")
def list_spaces(api: HfApi):
    spaces = list(api.list_spaces(author="my-org", full=True))
    assert any(space.id == "my-org/my-space" and space.sdk == "gradio" for space in spaces), spaces
    assert [space.id for space in api.list_spaces(models="my-org/my-model")] == ["my-org/my-space"]


@check("model_info")
def model_info(api: HfApi):
    info = api.model_info("my-org/my-model", files_metadata=True, securityStatus=True)
    assert info.sha and len(info.sha) == 40 and info.card_data.license == "apache-2.0", info
    assert info.safetensors.total == 1_000_000 and info.author == "my-org" and info.created_at
    assert all(sibling.size is not None and sibling.blob_id for sibling in info.siblings)
    flagged = api.model_info("my-org/pickled-model", securityStatus=True).security_repo_status
    assert flagged["filesWithIssues"] == [{"path": "weights.pkl", "level": "unsafe"}], flagged
    expanded = api.model_info("my-org/my-model", expand=["downloadsAllTime", "gated"])
    assert expanded.downloads_all_time == 40_000 and expanded.gated is False and expanded.sha is None
    assert api.model_info("bert-base-uncased").id == "google-bert/bert-base-uncased"


@check("dataset_info")
def dataset_info(api: HfApi):
    info = api.dataset_info("my-org/my-dataset", revision="main", files_metadata=True)
    assert info.downloads == 120 and "data/train.csv" in [one.rfilename for one in info.siblings]


@check("space_info")
def space_info(api: HfApi):
    info = api.space_info("my-org/my-space")
    assert info.runtime.stage == "RUNNING" and info.runtime.hardware == "cpu-basic" and info.sdk == "gradio"


@check("errors (not found, private, gated, revision, bad request)")
def errors(api: HfApi):
    raises(RepositoryNotFoundError, lambda: api.model_info("my-org/nowhere"), 404)
    raises(RepositoryNotFoundError, lambda: api.model_info("my-org/private-model", token=False), 401)
    raises(RevisionNotFoundError, lambda: api.model_info("my-org/my-model", revision="none"), 404)
    mallory = "hf_sandbox_mallory_write"
    gated = dict(repo_id="my-org/gated-model", filename="README.md")
    raises(GatedRepoError, lambda: api.hf_hub_download(**gated, token=mallory), 403)
    raises(GatedRepoError, lambda: api.hf_hub_download(**gated, token=False), 401)
    raises(BadRequestError, lambda: list(api.list_models(sort="nonsense")), 400)


@check("auth_check")
def auth_check(api: HfApi):
    api.auth_check("my-org/private-model")
    raises(GatedRepoError, lambda: api.auth_check("my-org/gated-model", token="hf_sandbox_mallory_write"))
    raises(RepositoryNotFoundError, lambda: api.auth_check("my-org/private-model", token=False))


@check("update_repo_settings")
def update_repo_settings(api: HfApi):
    api.create_repo("my-org/py-settings")
    api.update_repo_settings("my-org/py-settings", private=True, gated="auto")
    info = api.model_info("my-org/py-settings")
    assert info.private is True and info.gated == "auto"
    api.update_repo_settings("my-org/py-settings", gated=False)
    info = api.model_info("my-org/py-settings")
    assert info.private is True and info.gated is False, "what is not sent stays as it was"
    refused = lambda: api.update_repo_settings("my-org/py-settings", private=False, token="hf_sandbox_linus_write")
    raises(HfHubHTTPError, refused, 403)


@check("move_repo")
def move_repo(api: HfApi):
    api.create_repo("my-org/py-old")
    api.move_repo("my-org/py-old", "ada/py-new")
    assert api.model_info("ada/py-new").id == "ada/py-new"
    assert api.model_info("my-org/py-old").id == "ada/py-new", "the old address leads to the new one"
    error = raises(HfHubHTTPError, lambda: api.move_repo("ada/py-new", "my-org/my-model"), 409)
    assert "already exists" in str(error)


@check("duplicate_repo")
def duplicate_repo(api: HfApi):
    url = api.duplicate_repo("my-org/my-dataset", "ada/py-copy", repo_type="dataset", private=True)
    assert url.repo_id == "ada/py-copy", url
    assert api.dataset_info("ada/py-copy").private
    assert api.hf_hub_download("ada/py-copy", "data/train.csv", repo_type="dataset")
    again = api.duplicate_repo("my-org/my-dataset", "ada/py-copy", repo_type="dataset", exist_ok=True)
    assert again.repo_id == "ada/py-copy"
    space = api.duplicate_repo("my-org/my-space", "ada/py-space-copy", repo_type="space", space_hardware="cpu-upgrade")
    assert space.repo_id == "ada/py-space-copy"


@check("delete_repo")
def delete_repo(api: HfApi):
    api.create_repo("my-org/py-gone")
    api.delete_repo("my-org/py-gone")
    raises(RepositoryNotFoundError, lambda: api.delete_repo("my-org/py-gone"), 404)
    api.delete_repo("my-org/py-gone", missing_ok=True)


@check("list_organization_members")
def list_organization_members(api: HfApi):
    assert {user.username for user in api.list_organization_members("my-org")} == {"ada", "grace", "linus"}
    assert api.get_organization_overview("my-org").name == "my-org"


@check("list_daily_papers")
def list_daily_papers(api: HfApi):
    papers = list(api.list_daily_papers(date="2026-01-15"))
    assert len(papers) == 3 and papers[0].authors and papers[0].submitted_by, papers
    assert len(list(api.list_daily_papers(limit=10, p=5))) == 10
    assert list(api.list_daily_papers(limit=10, p=6)) == []
    raises(BadRequestError, lambda: list(api.list_daily_papers(date="yesterday")))


@check("collections (create, list, get, update, items, delete)")
def collections(api: HfApi):
    made = api.create_collection("From Python", namespace="my-org", description="Some")
    assert api.create_collection("From Python", namespace="my-org", exists_ok=True).slug == made.slug
    filled = api.add_collection_item(made.slug, "my-org/my-model", "model", note="the best")
    raises(HfHubHTTPError, lambda: api.add_collection_item(made.slug, "my-org/my-model", "model"), 409)
    api.add_collection_item(made.slug, "my-org/my-model", "model", exists_ok=True)
    api.add_collection_item(made.slug, "2601.00001", "paper")
    assert filled.items[0].item_id == "my-org/my-model" and filled.items[0].note == "the best", filled.items
    api.update_collection_item(made.slug, filled.items[0].item_object_id, position=1, note="second")
    assert [item.item_type for item in api.get_collection(made.slug).items] == ["paper", "model"]
    renamed = api.update_collection_metadata(made.slug, title="New name", private=True)
    assert renamed.slug != made.slug and api.get_collection(made.slug).title == "New name"
    api.delete_collection_item(made.slug, filled.items[0].item_object_id)
    assert [one.slug for one in api.list_collections(owner="my-org", item="papers/2601.00001")] == [renamed.slug]
    assert len(list(api.list_collections(owner="my-org"))) >= 3, "more than one page"
    api.delete_collection(made.slug)
    api.delete_collection(made.slug, missing_ok=True)


@check("sees the repository that @membranehq/sdk created")
def created_by_sdk(api: HfApi):
    info = api.model_info("my-org/made-by-sdk")
    assert info.private is True and info.sha
