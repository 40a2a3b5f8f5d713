"""`hf` in a process that tells its own peak memory and processor time at the end: `hf_upload.py upload REPOSITORY FOLDER`."""

import re
import resource
import sys
import time
from pathlib import Path

from huggingface_hub.cli.hf import main


def peak_kilobytes() -> int:
    # On Linux ru_maxrss is carried over exec: it would report the peak of the benchmark that started this process.
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)[1])


try:
    main()
finally:
    print(f"peak-kb={peak_kilobytes()} cpu-ms={round(time.process_time() * 1000)}", file=sys.stderr)
