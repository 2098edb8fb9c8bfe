"""Lists of a phone's apps: what each format says of an app, and what it leaves open."""

from pathlib import Path

from safelight.importers.load import read
from safelight.schema.items import App, Phone

SAMPLES = Path(__file__).parent.parent / "samples"


def phone(path: str) -> Phone:
    (found,) = read(SAMPLES / path)
    assert isinstance(found, Phone)
    return found


def test_packages_with_files_and_installers():
    found = phone("android_packages/packages with files.txt")
    assert found.apps == (
        App("com.android.settings", installer=""),
        App("com.topspy", installer=""),
        App("com.whatsapp", installer="com.android.vending"),
    )
    assert [each.where for each in found.source.unread] == ["line 4"]
    assert phone("android_packages/packages.txt").apps[0] == App("com.android.settings")


def test_a_dump_tells_rights_given_not_asked_for():
    helper, chat = phone("android_dumpsys/dumpsys.txt").apps
    assert (helper.admin, helper.accessibility, helper.installer) == (True, True, "")
    assert helper.permissions == ("ACCESS_FINE_LOCATION", "CAMERA", "RECORD_AUDIO")
    assert chat == App("com.whatsapp", "", ("CAMERA", "INTERNET"), False, False, "com.android.vending")


def test_a_dump_without_lists_of_rights_leaves_them_open():
    data = b"Packages:\n  Package [com.a.b] (1a2b3c):\n    userId=1\n"
    (found,) = read(b"Activity Resolver Table:\n" + data, "dumpsys.txt")
    assert isinstance(found, Phone)
    assert found.apps == (App("com.a.b", "", (), None, None, ""),)


def test_other_lists():
    assert [app.package for app in phone("androidqf/packages.json").apps] == ["com.android.settings", "com.hellospy"]
    assert phone("ios_backup_apps/Info.plist").system == "ios"
    typed = phone("app_names/apps.txt")
    assert typed.apps == (App("", "Snapchat"), App("", "Life360"), App("com.topspy"), App("", "My Notes"))
