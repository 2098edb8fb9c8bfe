"""The tags of EXIF and TIFF that tell something: number -> kind and name (Exif 3.0, TIFF 6.0, DNG 1.7, Windows)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safelight.schema.pictures import TraceKind

TAGS: dict[int, tuple[TraceKind, str]] = {
    0x010D: ("comment", "DocumentName"), 0x010E: ("comment", "ImageDescription"), 0x010F: ("device", "Make"),
    0x0110: ("device", "Model"), 0x011D: ("comment", "PageName"), 0x0131: ("history", "Software"),
    0x0132: ("time", "ModifyDate"), 0x013B: ("owner", "Artist"), 0x013C: ("device", "HostComputer"),
    0x0151: ("comment", "TargetPrinter"), 0x1001: ("comment", "RelatedImageWidth"),
    0x8298: ("owner", "Copyright"), 0x9003: ("time", "DateTimeOriginal"), 0x9004: ("time", "CreateDate"),
    0x9286: ("comment", "UserComment"), 0xA004: ("comment", "RelatedSoundFile"),
    0xA420: ("serial", "ImageUniqueID"), 0xA430: ("owner", "CameraOwnerName"),
    0xA431: ("serial", "BodySerialNumber"), 0xA433: ("device", "LensMake"), 0xA434: ("device", "LensModel"),
    0xA435: ("serial", "LensSerialNumber"), 0xA436: ("comment", "ImageTitle"), 0xA437: ("owner", "Photographer"),
    0xA438: ("owner", "ImageEditor"), 0xA439: ("history", "CameraFirmware"),
    0xA43A: ("history", "RAWDevelopingSoftware"), 0xA43B: ("history", "ImageEditingSoftware"),
    0xA43C: ("history", "MetadataEditingSoftware"), 0x9C9B: ("comment", "XPTitle"),
    0x9C9C: ("comment", "XPComment"), 0x9C9D: ("owner", "XPAuthor"), 0x9C9E: ("comment", "XPKeywords"),
    0x9C9F: ("comment", "XPSubject"), 0xC614: ("device", "UniqueCameraModel"),
    0xC62F: ("serial", "CameraSerialNumber"), 0xC65D: ("serial", "RawDataUniqueID"),
    0xC68B: ("comment", "OriginalRawFileName"), 0xC71B: ("time", "PreviewDateTime"), 0xFDE8: ("owner", "OwnerName"),
    0xFDE9: ("serial", "SerialNumber"), 0xFDEA: ("device", "Lens"), 0xC350: ("history", "FilmProductCode"),
    0xC353: ("owner", "CameraOwner"), 0xC354: ("serial", "SerialNumber"), 0xC355: ("comment", "UserSelectGroupTitle"),
}  # fmt: skip

# Directories beside the main chain: EXIF, GPS, interoperability, sub-images, and Kodak's own.
POINTERS = {0x8769: "Exif", 0x8825: "GPS", 0xA005: "Interop", 0x014A: "Sub", 0xFE00: "Meta", 0x8290: "Meta"}

GPS: dict[int, tuple[TraceKind, str]] = {
    0x08: ("history", "GPSSatellites"), 0x12: ("history", "GPSMapDatum"), 0x1B: ("history", "GPSProcessingMethod"),
    0x1C: ("place", "GPSAreaInformation"), 0x1D: ("time", "GPSDateStamp"),
}  # fmt: skip
