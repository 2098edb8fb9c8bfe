"""What README.md shows as a result is what the check says about the chat beside it."""

import re
from pathlib import Path

from safelight.interfaces.cli import main

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
# In the README: first the chat, then the result, cut short.
CHAT, RESULT = re.findall(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
CUT = "…"


def test_the_result_in_the_readme_is_the_true_one(tmp_path, monkeypatch, capsys):
    (tmp_path / "chat.txt").write_text(CHAT, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["safelight", "check", "--width", "80", str(tmp_path / "chat.txt")])
    assert main() == 3
    said = capsys.readouterr().out.splitlines()
    shown = [line for line in RESULT.splitlines() if line not in ("", CUT)]
    assert len(shown) > 10
    assert [line for line in shown if line not in said] == []
