"""A listing of archives, each read by one worker into one Parquet file; what is there already is not read again."""

import os
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

import fsspec
import ray
from pyarrow import Table, parquet
from ray.exceptions import RayTaskError
from ray.util import ActorPool

from sayso.cluster.readings import AT_ONCE, SCHEMA, row_of
from sayso.data.errors import SaysoError, Unreadable
from sayso.data.found import Found
from sayso.ingest.pool import Readers
from sayso.inputs.opening import documents

LOCAL = "local"
_TRIES = 3


def read_on_ray(places: list[str], out: Path, address: str, workers: int | None = None) -> Iterator[Path]:
    """Read the documents of files at paths or URLs (s3://, https://, …); the Parquet files in `out` as they are done.

    `address` is a cluster's, or "local" for one that is begun here and ended; `workers` are as many as it has cores
    unless told. `out` is on a disk that all of them share. A worker that dies is begun anew, and its file with it.
    Raises SaysoError where a file cannot be had, or no worker can read; what is done by then stays.
    """
    out.mkdir(parents=True, exist_ok=True)
    _join(address, workers)
    try:
        count = workers or max(1, int(cast(Any, ray).cluster_resources().get("CPU", 1)))
        actor = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=_TRIES)(_Worker)
        pool = ActorPool([actor.remote() for _ in range(min(count, len(places)))])
        left = [(place, str(path)) for place in places if not (path := out / _called(place)).exists()]
        done = [out / _called(place) for place in places if (out / _called(place)).exists()]
        yield from done
        yield from map(Path, pool.map_unordered(lambda worker, pair: worker.read.remote(*pair), left))
    except RayTaskError as error:
        raise SaysoError(f"a worker of {address} failed: {' '.join(str(error.cause).split())[:300]}") from error
    finally:
        ray.shutdown()


def _join(address: str, workers: int | None) -> None:
    """Begin a cluster here or join one; raises Unreadable where there is none."""
    quiet: dict[str, Any] = {"log_to_driver": False, "include_dashboard": False}
    os.environ.setdefault("RAY_raylet_start_wait_time_s", "300")  # a machine that is busy takes long to begin
    try:
        ray.init(num_cpus=workers, **quiet) if address == LOCAL else ray.init(address, log_to_driver=False)
    except Exception as error:
        raise Unreadable(address, f"Ray cannot be had there: {' '.join(str(error).split())[:300]}") from error


def _called(place: str) -> str:
    return f"{sha256(place.encode()).hexdigest()[:16]}.parquet"


class _Worker:
    """One core that reads; its child holds the model, and dies in its place where a document is poisoned."""

    def __init__(self) -> None:
        self._readers = Readers()
        self._readers.expect(os.cpu_count() or 1)

    def read(self, place: str, path: str) -> str:
        """Read a file's documents into a file that is there whole or not at all."""
        new = f"{path}.new"
        with parquet.ParquetWriter(new, SCHEMA, compression="zstd") as writer:
            rows: list[dict[str, Any]] = []
            for row in self._rows(place):
                rows.append(row)
                if len(rows) >= AT_ONCE:
                    writer.write_table(Table.from_pylist(rows, SCHEMA))
                    rows = []
            writer.write_table(Table.from_pylist(rows, SCHEMA))
        os.replace(new, path)
        return path

    def _rows(self, place: str) -> Iterator[dict[str, Any]]:
        with closing(fsspec.open(place, "rb").open()) as file:
            for member in documents(cast(BinaryIO, BufferedReader(file)), place, {}):
                if isinstance(member.what, Found):
                    yield self._row(member.name, member.what)
                elif isinstance(member.what, Unreadable):
                    yield row_of(member.name, None, None, member.what.why)

    def _row(self, name: str, found: Found) -> dict[str, Any]:
        try:
            return row_of(name, found, self._readers.read(found, name))
        except Unreadable as error:
            return row_of(name, found, None, error.why)
