"""Every way to a target does the same: what changed, in order, verified, and nothing else."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish import Interrupted, PublishError, Source, publish_site
from generator.publish.lock import LOCK, Lock
from generator.publish.record import RECORD
from tests.publish.versions import FIRST, SECOND, build, find_dangling, read_tree
from tests.publish.ways import NETWORK, Way, lead, quick

CUTS = 1
"""For each way; what was searched longer is marked as exhaustive."""
LATER = [pytest.param(name, marks=pytest.mark.exhaustive) for name in ("sftp", "rsync")]
"""Both make many processes, so in the default suite they show what is most theirs."""
on_every_way = pytest.mark.parametrize(
    "server", ["folder", *NETWORK], indirect=True, scope="module"
)
on_most_ways = pytest.mark.parametrize(
    "server", ["folder", "s3", *LATER], indirect=True, scope="module"
)
over_networks = pytest.mark.parametrize("server", NETWORK, indirect=True, scope="module")
over_most_networks = pytest.mark.parametrize(
    "server", ["s3", *LATER], indirect=True, scope="module"
)


@pytest.fixture(scope="module")
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Way]:
    with lead(request.param, tmp_path_factory.mktemp("way")) as way:
        yield way


@pytest.fixture
def way(server: Way) -> Way:
    """The way, with nothing at its end."""
    return server.fresh()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return build(tmp_path_factory.mktemp("first") / "output", FIRST)


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Source:
    return build(tmp_path_factory.mktemp("second") / "output", SECOND)


@on_every_way
def test_what_changed_and_no_more(way: Way, first: Source, second: Source) -> None:
    assert len(publish_site(first, way.host(), quick()).uploads) == len(FIRST)
    assert read_tree(way.root) == FIRST
    assert not publish_site(first, way.host(), quick()).uploads
    result = publish_site(second, way.host(), quick())
    assert set(result.uploads) == {p for p in SECOND if FIRST.get(p) != SECOND[p]}
    assert set(result.deletions) == FIRST.keys() - SECOND.keys()
    assert result.verification.startswith("word-verified-")
    assert read_tree(way.root) == SECOND
    assert not list(way.root.rglob("*.part")), "nothing is left on its way"
    assert not (way.root / LOCK).exists()


@on_most_ways
def test_a_list_changes_nothing(way: Way, first: Source) -> None:
    result = publish_site(first, way.host(), quick(dry_run=True))
    assert set(result.uploads) == FIRST.keys()
    assert read_tree(way.root) == {}
    assert not (way.root / RECORD).exists()


@on_most_ways
def test_the_files_of_others_stay(way: Way, first: Source, second: Source) -> None:
    way.plant("other.html", b"mine")
    way.plant("site.css", b"old")
    with pytest.raises(PublishError, match="publish-foreign"):
        publish_site(first, way.host(), quick())
    assert read_tree(way.root) == {"other.html": b"mine", "site.css": b"old"}
    publish_site(first, way.host(), quick(adopt=True))
    publish_site(second, way.host(), quick())
    assert read_tree(way.root) == SECOND | {"other.html": b"mine"}


@on_most_ways
def test_what_was_damaged_there_is_mended(way: Way, first: Source) -> None:
    publish_site(first, way.host(), quick())
    way.plant("index.html", b"x" * len(FIRST["index.html"]))
    way.drop("site.css")
    assert not publish_site(first, way.host(), quick()).uploads, "the record is believed"
    result = publish_site(first, way.host(), quick(verify=True))
    assert result.uploads == ["site.css", "index.html"]
    assert read_tree(way.root) == FIRST


@on_most_ways
def test_a_record_that_leads_elsewhere_is_not_believed(way: Way, first: Source) -> None:
    victim = way.root.parent / "victim.html"
    publish_site(first, way.host(), quick())
    victim.write_bytes(b"precious")
    record = (way.root / RECORD).read_bytes().replace(b'"site.css"', b'"../victim.html"')
    way.plant(RECORD, record)
    with pytest.raises(PublishError, match="publish-record-damaged"):
        publish_site(first, way.host(), quick())
    publish_site(first, way.host(), quick(adopt=True))
    assert victim.read_bytes() == b"precious"
    assert read_tree(way.root) == FIRST


@on_most_ways
def test_a_second_publish_is_refused(way: Way, first: Source) -> None:
    host = way.host()
    host.open()
    lock = Lock(host)
    lock.take()
    with pytest.raises(PublishError, match="publish-busy"):
        publish_site(first, way.host(), quick())
    assert read_tree(way.root) == {}
    lock.renew()
    lock.release()
    lock.forget()
    host.close()
    publish_site(first, way.host(), quick())
    assert read_tree(way.root) == FIRST


def cut_once(way: Way, second: Source, count: int) -> bool:
    """Publish with a connection that ends after some bytes; return whether it was cut."""
    assert way.proxy
    way.proxy.cut_after(count)
    try:
        publish_site(second, way.host(), quick())
    except Interrupted:
        return True
    finally:
        way.proxy.cut_after(None)
    return False


def check_cuts(server: Way, versions: tuple[Source, Source], seed: int, count: int) -> None:
    """Cut the connection anywhere; the site is whole, and the next publish completes it."""
    rng, (first, second) = random.Random(seed), versions  # noqa: S311
    reach = 2_000
    for _ in range(count):
        way = server.fresh()
        publish_site(first, way.host(), quick())
        position = rng.randrange(500, reach)
        was_cut = cut_once(way, second, position)
        tree = read_tree(way.root)
        assert find_dangling(way.root, FIRST.keys() & SECOND.keys()) == [], position
        assert all(tree[p] in (FIRST.get(p), SECOND.get(p)) for p in tree), position
        reach = reach * 3 if was_cut else max(position, 2_000)
        publish_site(second, way.host(), quick())
        assert read_tree(way.root) == SECOND, position
        assert not list(way.root.rglob("*.part")), position


@pytest.mark.parametrize("server", ["s3", "sftp", LATER[1]], indirect=True, scope="module")
def test_cut_anywhere_the_site_is_whole(way: Way, first: Source, second: Source) -> None:
    check_cuts(way, (first, second), 7, CUTS)


@over_networks
@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(4))
def test_cut_in_many_places(way: Way, first: Source, second: Source, seed: int) -> None:
    check_cuts(way, (first, second), 100 + seed, 5)


@over_most_networks
def test_a_first_publish_that_is_cut_shows_nothing_broken(way: Way, first: Source) -> None:
    assert way.proxy
    way.proxy.cut_after(0)
    with pytest.raises(Interrupted) as caught:
        publish_site(first, way.host(), quick())
    assert not caught.value.begun
    assert cut_once(way, first, 60_000)
    assert find_dangling(way.root, ()) == []
    publish_site(first, way.host(), quick())
    assert read_tree(way.root) == FIRST


@over_most_networks
def test_a_connection_that_comes_back_is_used_again(way: Way, first: Source) -> None:
    assert way.proxy
    proxy, pauses = way.proxy, list[float]()

    def wait(seconds: float) -> None:
        pauses.append(seconds)
        proxy.cut_after(None)

    proxy.cut_after(60_000)
    options = quick()
    publish_site(first, way.host(), type(options)(sleep=wait))
    assert pauses == [1.0]
    assert read_tree(way.root) == FIRST


def test_the_first_folder_is_made(tmp_path: Path, first: Source) -> None:
    with lead("folder", tmp_path / "deep" / "er") as way:
        publish_site(first, way.host(), quick())
        assert read_tree(way.root) == FIRST
