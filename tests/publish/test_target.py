"""Targets as people type them."""

import pytest

from generator.model.target import Target, TargetError, TargetKind, parse_target

GIVEN = {
    "/srv/www/board": Target(kind=TargetKind.FOLDER, path="/srv/www/board"),
    "D:\\网站": Target(kind=TargetKind.FOLDER, path="D:\\网站"),
    "file:///srv/w%20w": Target(kind=TargetKind.FOLDER, path="/srv/w w"),
    "board.ZIP": Target(kind=TargetKind.ZIP, path="board.ZIP"),
    "sftp://linli@web.example/var/www/": Target(
        kind=TargetKind.SFTP, path="/var/www", host="web.example", user="linli"
    ),
    "sftp://web.example:2222/~/board": Target(
        kind=TargetKind.SFTP, path="board", host="web.example", port=2222
    ),
    "rsync://linli@[fd00::1]/srv": Target(
        kind=TargetKind.RSYNC, path="/srv", host="fd00::1", user="linli"
    ),
    "linli@web.example:board": Target(
        kind=TargetKind.RSYNC, path="board", host="web.example", user="linli"
    ),
    "s3://board": Target(kind=TargetKind.S3, path="", bucket="board"),
    "s3://board/a/b/?endpoint=https://oss-cn-shanghai.aliyuncs.com&region=cn-shanghai": Target(
        kind=TargetKind.S3,
        path="a/b",
        bucket="board",
        endpoint="https://oss-cn-shanghai.aliyuncs.com",
        region="cn-shanghai",
    ),
}
WRONG = (
    *("", "ftp://web.example/x", "https://web.example/", "sftp://web.example", "sftp:///x"),
    *("sftp://web.example/../etc", "sftp://-oProxyCommand=x/y", "rsync://web.example/a?b=c"),
    *(
        "-oProxyCommand=x@web:/a",
        "sftp://a b@h/x",
        "s3://B/x",
        "s3://board/../x",
        "s3://board?acl=x",
    ),
    *("s3://board?endpoint=web.example", "file://host/x", "sftp://h/x\ny", "sftp://h:99999/x"),
)
SECRET = (
    *("sftp://linli:geheim@web.example/x", "linli:geheim@web.example:/x"),
    *("s3://key:geheim@board", "ftp://linli:geheim@web.example", "s3://board?secret_key=geheim"),
    "s3://board?endpoint=https://key:geheim@minio.example",
)


@pytest.mark.parametrize("text", GIVEN)
def test_what_is_meant(text: str) -> None:
    assert parse_target(text) == GIVEN[text]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_target(text: str) -> None:
    with pytest.raises(TargetError, match="publish-target-wrong"):
        parse_target(text)


@pytest.mark.parametrize("text", SECRET)
def test_a_password_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(TargetError, match="publish-password") as caught:
        parse_target(text)
    assert "geheim" not in str(caught.value.facts)


@pytest.mark.parametrize("text", [text for text in GIVEN if text.startswith(("sftp", "rsync"))])
def test_the_address_is_a_target_again(text: str) -> None:
    target = GIVEN[text]
    if ":" not in target.host:
        assert parse_target(target.address) == target
