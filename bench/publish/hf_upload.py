"""`hf` in a process that tells its own peak memory at the end: `hf_upload.py upload REPOSITORY FOLDER`."""

import resource
import sys

from huggingface_hub.cli.hf import main

try:
    main()
finally:
    print(f"peak-kb={resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}", file=sys.stderr)
