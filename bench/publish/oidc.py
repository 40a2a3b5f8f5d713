"""Publishes a file under a trusted publisher's token, as HF_OIDC_RESOURCE makes the client do."""

import sys

from huggingface_hub import HfApi

commit = HfApi().upload_file(
    repo_id=sys.argv[1], path_or_fileobj=b"from python\n", path_in_repo="python.txt", commit_message="From Python"
)
print(commit.oid)
