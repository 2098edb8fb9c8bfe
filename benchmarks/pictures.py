# ruff: noqa: E501
"""What files give away, and what is left after cleaning, judged by ExifTool: an independent program.

    .venv/bin/python -m benchmarks.pictures FOLDER [--json]

FOLDER holds pictures, videos, sounds and documents of any kind. Without ExifTool on this machine there is no judge, and
nothing is measured. Times are CPU seconds, each file read twice, the second time counted.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safelight.media import load, wash
from safelight.schema.errors import CannotClean
from safelight.schema.pictures import Facts

# ExifTool's tags by what they tell; group and name, without what a colour profile says of its maker.
CLASSES = {
    "gps": re.compile(r"GPS(?:Latitude|Longitude|Position|Coordinates)$|:Location(?:Information)$|GPSCoordinates"),
    "owner": re.compile(
        r":(?:Artist|OwnerName|CameraOwner(?:Name)?|Author|Creator|By-line|XPAuthor|Copyright(?:Notice)?|Credit|Owner"
        r"|LastModifiedBy|Last-modifiedBy|Initial-creator|Company|Manager|PersonInImage|RegionName|Photographer"
        r"|AlbumArtist|Composer)$"
    ),
    "serial": re.compile(r":(?:\w*SerialNumber\d?|ImageUniqueID|DocumentID|InstanceID|OriginalDocumentID|UniqueDocumentID)$"),
    "thumbnail": re.compile(r":(?:ThumbnailImage|PreviewImage|ThumbnailTIFF|PhotoshopThumbnail|JpgFromRaw|CoverArt|Picture)$"),
    "comment": re.compile(
        r":(?:Comment|UserComment|ImageDescription|Description|Title|Subject|Keywords|Caption-Abstract|XPComment|XPTitle"
        r"|Headline|HandlerDescription)$"
    ),
    "place": re.compile(r":(?:City|Sub-location|Country\w*|State|Province-State|Location\w*)$"),
}  # fmt: skip
_NOT = re.compile(r"^(?:ICC|System|File:|ExifTool|SourceFile|Composite:Image|ZIP)|PDF:Creator$")
_EMPTY = ("", "undef", "undef undef undef", "0000:00:00 00:00:00", "SAMSUNG DIGITAL CAMERA")


def main(arguments: list[str]) -> int:
    """Measure one folder and print the table."""
    names = [each for each in arguments if not each.startswith("--")]
    if len(names) != 1 or not Path(names[0]).is_dir():
        print("Say which folder of files to measure on; none is part of the repository.", file=sys.stderr)
        return 2
    if shutil.which("exiftool") is None:
        print("ExifTool is missing: without an independent judge nothing is measured.", file=sys.stderr)
        return 2
    found = measure(Path(names[0]))
    print(json.dumps(found, indent=1) if "--json" in arguments else "\n".join(_lines(found)))
    return 0


def measure(folder: Path) -> dict[str, Any]:
    """Return what was found, missed, cleaned, refused and left."""
    before = dict(judged(folder))
    found: dict[str, Any] = {
        "files": len(before),
        "seconds": [],
        "refused": Counter(),
        "cleaned": 0,
        "clean_seconds": [],
    }
    for kind in CLASSES:
        found[kind] = {"there": 0, "found": 0, "had": 0, "left": 0, "missed": []}
    with tempfile.TemporaryDirectory() as out:
        for path, tags in before.items():
            _one(Path(path), folder, Path(out), tags, found)
        for path, tags in judged(Path(out)):
            for kind in CLASSES:
                found[kind]["left"] += kind in tags
                if kind in tags:
                    found[kind]["missed"].append(f"left in {Path(path).name}: {sorted(tags[kind])[:3]}")
        found["upright"] = upright(folder, Path(out))
    found["median_ms"] = round(statistics.median(found["seconds"]) * 1000, 2)
    found["slowest_ms"] = round(max(found["seconds"]) * 1000, 1)
    found["clean_median_ms"] = round(statistics.median(found["clean_seconds"] or [0]) * 1000, 2)
    found["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    del found["seconds"], found["clean_seconds"]
    return found


def judged(folder: Path) -> Iterator[tuple[str, dict[str, set[str]]]]:
    """Yield each file with what ExifTool sees in it: class -> names of tags."""
    command = ["exiftool", "-G1", "-a", "-n", "-ee", "-r", "-json", "-q", str(folder)]
    said = subprocess.run(command, capture_output=True).stdout
    for row in json.loads(said or b"[]"):
        tags: dict[str, set[str]] = {}
        for name, value in row.items():
            if _NOT.search(name) or str(value).strip(" .\0") in _EMPTY:
                continue
            for kind, pattern in CLASSES.items():
                if pattern.search(name):
                    tags.setdefault(kind, set()).add(name)
        yield row["SourceFile"], tags


def _one(path: Path, folder: Path, out: Path, tags: dict[str, set[str]], found: dict[str, Any]) -> None:
    data = path.read_bytes()
    load.facts(data)
    start = time.process_time()
    facts = load.facts(data)
    found["seconds"].append(time.process_time() - start)
    for kind in CLASSES:
        if kind in tags:
            found[kind]["there"] += 1
            found[kind]["found"] += bool(_of(facts, kind))
            if not _of(facts, kind):
                found[kind]["missed"].append(f"{path.name}: {sorted(tags[kind])[:3]}")
    start = time.process_time()
    try:
        new, _ = wash.clean(data)
    except CannotClean as error:
        found["refused"][error.what] += 1
        return
    found["clean_seconds"].append(time.process_time() - start)
    found["cleaned"] += 1
    for kind in tags:
        found[kind]["had"] += 1
    place = out / path.relative_to(folder)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(new)


def _of(facts: Facts, kind: str) -> Any:
    return facts.of(kind)  # type: ignore[arg-type]


def upright(folder: Path, out: Path) -> str:
    """Say of how many cleaned pictures the pixels, as displayed, are those of the original; needs Pillow."""
    try:
        from PIL import Image, ImageChops, ImageOps
    except ImportError:
        return "not measured: Pillow is missing"
    try:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    except ImportError:
        pass
    same = other = turned = 0
    for path in (Path(root, name) for root, _, names in os.walk(out) for name in names):
        try:
            with Image.open(folder / path.relative_to(out)) as old:
                turned += old.getexif().get(0x0112, 1) != 1
                first = ImageOps.exif_transpose(old).convert("RGB")
        except (OSError, ValueError, SyntaxError, RuntimeError):
            continue
        try:
            with Image.open(path) as new:
                second = ImageOps.exif_transpose(new).convert("RGB")
        except (OSError, ValueError, SyntaxError, RuntimeError):
            other += 1
            continue
        same += first.size == second.size and ImageChops.difference(first, second).getbbox() is None
        other += not (first.size == second.size and ImageChops.difference(first, second).getbbox() is None)
    return f"{same} the same as displayed, {other} not; {turned} of them turned"


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['files']} files, {found['cleaned']} cleaned, {sum(found['refused'].values())} refused"
    yield f"reading: median {found['median_ms']} ms, slowest {found['slowest_ms']} ms; cleaning: median {found['clean_median_ms']} ms"
    yield f"pictures: {found['upright']}; peak memory {found['peak_mb']} MB"
    yield f"{'':10}{'found':>12}{'left / had':>14}"
    for kind in CLASSES:
        row = found[kind]
        yield f"{kind:10}{row['found']:>6} of {row['there']:<4}{row['left']:>6} / {row['had']:<4}"
    for what, count in found["refused"].most_common():
        yield f"refused {count}: {what}"
    for kind in CLASSES:
        for each in found[kind]["missed"]:
            yield f"missed {kind}: {each}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
