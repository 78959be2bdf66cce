"""Memory is held by the kernel where it can, and watched where it cannot."""

import subprocess
import sys

import pytest

from sayso.ingest.limits import OUT_OF_MEMORY

EATS = "held = []\nwhile True: held.append(bytearray(1_000_000)); time.sleep(0.001)"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nothing holds memory there")
def test_a_process_that_is_watched_ends_with_a_status_of_its_own() -> None:
    program = f"import time\nfrom sayso.ingest.limits import watch_memory\nwatch_memory(50_000_000)\n{EATS}"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == OUT_OF_MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel holds it on Linux")
def test_the_kernel_refuses_what_is_too_much() -> None:
    program = f"import time\nfrom sayso.ingest.limits import hold_memory\nhold_memory(50_000_000)\n{EATS}"
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60, capture_output=True, text=True)
    assert done.stderr.endswith("MemoryError\n")


@pytest.mark.skipif(sys.platform != "linux", reason="addresses are limited on Linux")
def test_where_there_is_too_little_for_any_document_none_is_begun() -> None:
    program = (
        "import resource\nfrom sayso.ingest.limits import hold_memory\n"
        "resource.setrlimit(resource.RLIMIT_AS, (150_000_000, resource.RLIM_INFINITY))\nhold_memory(1_000_000_000)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, timeout=60, capture_output=True, text=True)
    assert done.stderr.endswith("Exhausted: there is too little memory to go on\n")
