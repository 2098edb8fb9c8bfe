"""Compiles the lessons that changed, and keeps their translations in step. Only for who writes lessons; needs node.

    python scripts/lessons.py                     every lesson whose scene.ink changed, and all .po files
    python scripts/lessons.py secrets --po es hi  this lesson, and begin these translations if they are not there
    python scripts/lessons.py --vendor            copy the player for the browser (inkjs) into the web page's files

The compiler (inkjs, MIT) is fetched by npm once, into .venv/.inkjs; users and tests need neither.
"""

import argparse
import json
import shutil
import subprocess
from pathlib import Path

from safelight.lessons.catalogue import entries
from safelight.lessons.load import digest, folders
from safelight.lessons.meta import texts
from safelight.lessons.story import read
from safelight.lessons.written import written
from safelight.taxonomy.tables import parse

ROOT = Path(__file__).parents[1]
INKJS = "inkjs@2.4.0"
HOME = ROOT / ".venv" / ".inkjs"
VENDOR = ROOT / "src/safelight/interfaces/web/static/vendor"
COMPILE = """
import { Compiler } from "inkjs/full";
import { readFileSync } from "node:fs";
const said = [];
const options = { errorHandler: (words) => said.push(words) };
let json = "{}";
try { json = new Compiler(readFileSync(process.argv[2], "utf8"), options).Compile().ToJson(); }
catch (error) { if (!said.length) said.push(String(error)); }
console.log(JSON.stringify({ said, json: JSON.parse(json) }));
"""
HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Reviewed-By-Native-Speaker: no\\n"
"""


def compiler() -> Path:
    """Return the folder with inkjs; fetched when it is not there."""
    if not (HOME / "node_modules" / "inkjs").is_dir():
        HOME.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--no-save", "--silent", "--prefix", str(HOME), INKJS], check=True)
    (HOME / "compile.mjs").write_text(COMPILE, encoding="utf-8")
    return HOME


def compile_scene(folder: Path) -> bool:
    """Write scene.json anew if its source changed, and say whether; stops with the compiler's words on a fault."""
    source = (folder / "scene.ink").read_text(encoding="utf-8")
    target = folder / "scene.json"
    if target.is_file() and json.loads(target.read_text(encoding="utf-8")).get("source_sha256") == digest(source):
        return False
    done = subprocess.run(
        ["node", str(compiler() / "compile.mjs"), str(folder / "scene.ink")], check=True, capture_output=True, text=True
    )
    result = json.loads(done.stdout)
    if result["said"]:
        raise SystemExit(f"{folder.name}/scene.ink:\n  " + "\n  ".join(result["said"]))
    compiled = {"source_sha256": digest(source), **result["json"]}
    target.write_text(json.dumps(compiled, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return True


def shown(folder: Path) -> dict[str, str]:
    """Return every text of a lesson by its id."""
    table = parse(f"lessons/{folder.name}/meta.toml", (folder / "meta.toml").read_bytes())
    story = read((folder / "scene.json").read_text(encoding="utf-8"))
    return {**dict(texts(table)), **{line.id: line.text for line, _ in written(story)}}


def refresh(po: Path, wanted: dict[str, str]) -> None:
    """Bring a catalogue in step: new texts are empty, texts whose English changed are marked fuzzy, old ones go."""
    old = {each.id: each for each in entries(po.read_text(encoding="utf-8"))} if po.is_file() else {}
    head = HEAD.format(language=po.stem)
    if "" in old:
        lines = old[""].words.splitlines()
        head = 'msgid ""\nmsgstr ""\n' + "".join(f"{_quoted(line + chr(10))}\n" for line in lines)
    blocks = [head]
    for name, english in wanted.items():
        had = old.get(name)
        words = had.words if had else ""
        fuzzy = bool(words) and had is not None and (had.fuzzy or had.english != english)
        flag = "#, fuzzy\n" if fuzzy else ""
        blocks.append(f"{flag}msgctxt {_quoted(name)}\nmsgid {_quoted(english)}\nmsgstr {_quoted(words)}\n")
    po.parent.mkdir(exist_ok=True)
    po.write_text("\n".join(blocks), encoding="utf-8")


def _quoted(words: str) -> str:
    """Return a text as gettext quotes it."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def vendor() -> None:
    """Copy the player for the browser, with its licence."""
    package = compiler() / "node_modules" / "inkjs"
    VENDOR.mkdir(exist_ok=True)
    code = (package / "dist" / "ink.mjs").read_text(encoding="utf-8")
    code = "\n".join(line for line in code.splitlines() if not line.startswith("//# sourceMappingURL")) + "\n"
    (VENDOR / "ink.mjs").write_text(code, encoding="utf-8")
    shutil.copyfile(package / "LICENSE.md", VENDOR / "ink.LICENSE.txt")


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slugs", nargs="*", help="lessons; all when left out")
    parser.add_argument("--po", nargs="+", default=[], metavar="LANG", help="languages to begin a translation in")
    parser.add_argument("--vendor", action="store_true", help="copy the browser's player")
    asked = parser.parse_args()
    if asked.vendor:
        vendor()
    for entry in folders():
        folder = Path(str(entry))
        if asked.slugs and folder.name not in asked.slugs:
            continue
        changed = compile_scene(folder)
        names = {f"{name}.po" for name in asked.po} | {path.name for path in (folder / "po").glob("*.po")}
        for name in sorted(names):
            refresh(folder / "po" / name, shown(folder))
        print(f"{folder.name}: {'compiled' if changed else 'as it was'}; {', '.join(sorted(names)) or 'no .po'}")


if __name__ == "__main__":
    main()
