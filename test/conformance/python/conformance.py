"""Runs the table of methods of huggingface_hub against the Hub named by HF_ENDPOINT."""

import sys

import checks_repositories  # noqa: F401, I001 - registers its checks; the order is that of the table
import checks_files  # noqa: F401
import checks_commits  # noqa: F401
import checks_discussions  # noqa: F401
import checks_spaces  # noqa: F401
import checks_cli  # noqa: F401
from table import run_all

sys.exit(1 if run_all() else 0)
