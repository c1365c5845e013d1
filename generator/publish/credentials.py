"""Passwords and keys: from the environment or the keyring of this machine, never from content."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

SERVICE = "linli"
"""Under this name and the target's address a keyring has what a target wants."""
SFTP_PASSWORD = "LINLI_SFTP_PASSWORD"  # noqa: S105 - the name of a variable
_OF_AMAZON = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
_ELSEWHERE = (
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_METADATA_ENDPOINT",
)
"""Variables with which the library finds keys by itself, on machines of a cloud."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a secret, which no `repr` shows."""

    name: str = ""
    secret: str = field(default="", repr=False)


def find_password(address: str, user: str) -> str | None:
    """Return the password for a user of an SFTP server; None leaves it to the agent and keys."""
    return os.environ.get(SFTP_PASSWORD) or find_in_keyring(address, user).secret or None


def find_keys(address: str) -> Credentials | None:
    """Return the keys of a bucket; None if the library has to find them by itself.

    Raises LookupError if there are none anywhere.
    """
    if all(os.environ.get(name) for name in _OF_AMAZON):
        return None
    found = find_in_keyring(address, "")
    if found.secret:
        return found
    if any(os.environ.get(name) for name in _ELSEWHERE):
        return None
    raise LookupError(address)


def list_secrets() -> Iterable[str]:
    """Yield what must not stand in any message, as far as the environment has it."""
    for name in (SFTP_PASSWORD, *_OF_AMAZON, "AWS_SESSION_TOKEN"):
        if secret := os.environ.get(name):
            yield secret


def find_in_keyring(address: str, user: str) -> Credentials:
    """Return what the keyring has for an address; empty if there is nothing or no keyring."""
    try:
        import keyring  # noqa: PLC0415 - an extra
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return Credentials()
    try:
        found = keyring.get_credential(f"{SERVICE} {address}", user or None)
    except (KeyringError, RuntimeError):  # locked, or no desktop to ask
        return Credentials()
    return Credentials(found.username, found.password) if found else Credentials()
