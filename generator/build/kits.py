"""Kits for machines that have neither the theme's folder nor the faces, and what they print there.

Everything travels as bytes: a kit once for each worker, a parcel of posters with the pictures that
they show for each batch. Parcels are pickled and so is what comes back, for Dask does as much
itself: who may speak to a cluster may run anything on it (docs/scale.md).
"""

import hashlib
import pickle
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.build.printing import Kit
from generator.frozen import Frozen
from generator.plan.artifact import Artifact
from generator.plan.views import Location, Original, PaletteView
from generator.render.fonts import install_faces
from generator.render.theme import Theme

Files = dict[str, bytes]
"""Files by their paths in a folder, with forward slashes."""


@dataclass(frozen=True, slots=True)
class PackedKit:
    """A kit as bytes. Two with the same digest are the same."""

    digest: str
    theme: Files = field(compare=False, repr=False)
    default: Files | None = field(compare=False, repr=False)
    """The default theme, if it lends files to the theme."""
    language: str = field(compare=False)
    palette: PaletteView = field(compare=False)
    fonts: Files = field(compare=False, repr=False)
    faces: str = field(compare=False)
    """The digest of the faces."""
    print_shop: bool = field(compare=False)


class Parcel(Frozen):
    """Posters, pickled, and the files of the pictures that they show, by digest."""

    posters: bytes
    pictures: Files


def pack_kit(kit: Kit) -> PackedKit:
    """Return a kit as bytes. Raises OSError for a file that went away."""
    theme, default = _read_folder(kit.theme.folder), None
    if kit.theme.default is not None:
        default = _read_folder(kit.theme.default)
    fonts = {f"{path.parent.name}/{path.name}": path.read_bytes() for path in kit.faces.fonts}
    look = (theme, default, kit.theme.language, kit.theme.palette)
    content = (*look, fonts, kit.faces.digest, kit.print_shop)
    return PackedKit(hashlib.sha256(pickle.dumps(content)).hexdigest(), *content)


def unpack_kit(packed: PackedKit, folder: Path) -> Kit:
    """Return a kit that was packed, its files below `folder`. Raises OSError."""
    default = None
    if packed.default is not None:
        default = _write_folder(packed.default, folder / "default")
    own = _write_folder(packed.theme, folder / "theme")
    theme = Theme(own, packed.language, default, packed.palette)
    return Kit(theme, install_faces(packed.fonts, packed.faces, folder), packed.print_shop)


def pack_posters(posters: list[Artifact]) -> Parcel:
    """Return posters as bytes, with their pictures. Raises OSError for one that went away."""
    buffer = BytesIO()
    pickler = _Packer(buffer)
    pickler.dump(posters)
    pictures = {digest: Path(path).read_bytes() for digest, path in pickler.places.items()}
    return Parcel(buffer.getvalue(), pictures)


def unpack_posters(parcel: Parcel, folder: Path) -> list[Artifact]:
    """Return the posters of a parcel, the files of their pictures in `folder`. Raises OSError."""
    if parcel.pictures:
        _write_folder(parcel.pictures, folder)
    posters: list[Artifact] = _Unpacker(parcel.posters, folder).load()
    return posters


class _Packer(pickle.Pickler):
    """Leaves out where pictures lie on this machine."""

    def __init__(self, buffer: BytesIO) -> None:
        super().__init__(buffer, protocol=pickle.HIGHEST_PROTOCOL)
        self.places: dict[str, str] = {}
        """Where the pictures lie, by their digests."""

    def persistent_id(self, obj: Any) -> tuple[str, int, bool] | None:
        """Return what stands for a picture; None for everything else, which is pickled."""
        if not isinstance(obj, Original):
            return None
        self.places[obj.digest] = obj.location
        return obj.digest, obj.orientation, obj.drawing


class _Unpacker(pickle.Unpickler):
    """Says of pictures that they lie in a folder of this machine."""

    def __init__(self, data: bytes, folder: Path) -> None:
        super().__init__(BytesIO(data))
        self._folder = folder

    def persistent_load(self, pid: tuple[str, int, bool]) -> Original:
        """Return the picture for which `_Packer` wrote this."""
        digest, orientation, drawing = pid
        return Original(
            location=Location(self._folder / digest),
            digest=digest,
            orientation=orientation,
            drawing=drawing,
        )


def _read_folder(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _write_folder(files: Files, folder: Path) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
