"""Posters on a cluster: the same bytes as here, whatever dies, and plain words for what is wrong."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from generator.build import cluster as module
from generator.build.cluster import Cluster
from generator.build.cluster_error import ClusterError
from generator.build.kits import pack_kit, pack_posters, unpack_kit, unpack_posters
from generator.build.printing import Kit, make_kit, print_here, spread
from generator.build.versions import compare_versions, list_versions
from generator.build.worker import Equipment
from generator.commands import main
from generator.plan import Artifact
from generator.plan.views import Original
from generator.render.fonts import missing_requirements
from generator.render.theme import find_theme
from tests.sites_for_tests import SMALL, plan, small_board

MISSING = missing_requirements()
needs_posters = [
    pytest.mark.posters,
    pytest.mark.skipif(bool(MISSING), reason=f"this machine lacks {', '.join(MISSING)}"),
]
NOWHERE = "tcp://127.0.0.1:9"


def posters() -> list[Artifact]:
    """Twelve posters of the small site: two batches, the second of them short."""
    planned = plan(small_board()).values()
    return [a for a in planned if a.path.endswith(".pdf")][:12]


@pytest.fixture(scope="module")
def kit() -> Kit:
    return make_kit(find_theme("linli", SMALL), posters(), print_shop=False)


class Workers(Executor):
    """Workers in this process; of the batches that they are sent some may fail."""

    def __init__(self, folder: Path, failures: dict[int, BaseException]) -> None:
        self.folder = folder
        self.failures = failures
        self.batches = 0

    def submit(self, task: Callable[..., Any], /, *args: Any, **names: Any) -> Future[Any]:
        future = Future[Any]()
        failure = self.failures.get(self.batches)
        self.batches += 1
        if failure:
            future.set_exception(failure)
        else:
            try:
                future.set_result(task(*args, **names, folder=self.folder))
            except Exception as error:  # noqa: BLE001 - a future hands on whatever it is
                future.set_exception(error)
        return future


class FakeClient:
    """As much of Dask's client as a build needs; `change` says what workers get otherwise."""

    def __init__(self, executor: Workers, change: Callable[[Equipment], Equipment]) -> None:
        self.executor = executor
        self.change = change

    def run(self, task: Callable[[], Any], on_error: str) -> dict[str, Any]:
        return {"tcp://worker": task()}

    def submit(self, task: Callable[[Equipment], Equipment], it: Equipment, pure: bool) -> Equipment:
        return self.change(task(it))

    def get_executor(self, pure: bool) -> Workers:
        return self.executor
