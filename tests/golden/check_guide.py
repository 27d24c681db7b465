#!/usr/bin/env python3
"""Runs every command of a guide, from the first to the last, and compares what it shows.

usage: check_guide.py PROGRAM ROOT GUIDE [--update]

A block ```sh is run in a folder of its own, where samples/ and rules/ are those of the project and `boctach` is the
program. A block ```text behind it is what it must show, and that is something; without one it must end with code 0. --update writes what is
shown into the guide.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"```(sh|text)\n(.*?)```\n", re.S)


def main():
    program, root, guide = sys.argv[1:4]
    update = "--update" in sys.argv[4:]
    path = pathlib.Path(root) / guide
    text = path.read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(text))
    wrong = 0
    replaced = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("samples", "rules"):
            os.symlink(os.path.join(root, name), os.path.join(folder, name))
        os.mkdir(os.path.join(folder, "build"))
        # In the language of the guide, whatever that of the one who runs it.
        language = "vi" if guide.endswith(".vi.md") else "en"
        setting = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"}
        start = f"shopt -s expand_aliases\nalias boctach='{program} --lang {language}'\n"
        for number, block in enumerate(blocks):
            if block[1] != "sh" or "samples/run.sh" in block[2]:
                continue
            done = subprocess.run(["bash", "-c", start + block[2]], cwd=folder, env=setting, capture_output=True, text=True)
            shown = done.stdout + done.stderr
            expected = blocks[number + 1] if number + 1 < len(blocks) and blocks[number + 1][1] == "text" else None
            if expected is None:
                if done.returncode != 0:
                    wrong += 1
                    print(f"code {done.returncode} of\n{block[2]}{shown}")
            elif shown != expected[2] or shown == "":
                wrong += 1
                print(f"{block[2]}shows\n{shown}and not\n{expected[2]}")
                replaced.append((expected.start(2), expected.end(2), shown))
    if update:
        for begin, end, shown in reversed(replaced):
            text = text[:begin] + shown + text[end:]
        path.write_text(text, encoding="utf-8")
        return 0
    print(f"{len(blocks)} blocks, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
