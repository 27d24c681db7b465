#!/usr/bin/env python3
"""Limits of compressed inputs and archives hold at one below, at and above them, and options reach every limit.

usage: check_limits.py PROGRAM SOURCE_DIR
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import frames
from check_same import tarred, zipped

LINE = b'{"text":"a"}\n'


def main():
    # Few rules: what is asked here is asked often.
    program, rules = sys.argv[1], pathlib.Path(sys.argv[2], "tests", "inputs", "rules")
    checked = 0
    with tempfile.TemporaryDirectory() as folder:

        def run(data, *options):
            path = pathlib.Path(folder, "input")
            path.write_bytes(data)
            done = subprocess.run([program, "run", "-q", "--json", "--rules", rules, *options, path], capture_output=True, check=False)
            records = [json.loads(line) for line in done.stdout.splitlines()]
            return done.returncode, ["ok" if record["status"] == "ok" else record["error"]["code"] for record in records]

        def holds(what, data, option, limit, within, beyond):
            """At `limit` and above it comes `within`, below it `beyond`."""
            nonlocal checked
            for value, wanted in ((limit + 1, within), (limit, within), (limit - 1, beyond)):
                code, got = run(data, option, str(value))
                if got != wanted or code != (0 if set(wanted) == {"ok"} else 1):
                    sys.exit(f"FAILED: {what} {option} {value}: {got}, exit {code}, wanted {wanted}")
                checked += 1

        three = {f"{i}.txt": b"x" * 100 for i in range(3)}
        for name, pack in (("zip", zipped), ("tar", tarred)):
            holds(name, pack(three), "--max-entries", 3, ["ok"] * 3, ["ok", "ok", "E914"])
            holds(name, pack(three), "--max-entry", 100, ["ok"] * 3, ["E915"] * 3)
            holds(name, pack({**three, "1.txt": b"x" * 101}), "--max-entry", 101, ["ok"] * 3, ["ok", "E915", "ok"])
            holds(name, pack(three), "--max-archive", 300, ["ok"] * 3, ["ok", "ok", "E916"])
            nested = pack({"b.zip": zipped({"c.tar": tarred(three)}), "a.txt": b"x"})
            holds(name, nested, "--max-nesting", 3, ["ok"] * 4, ["E917", "ok"])
        holds("gzip", gzip.compress(gzip.compress(gzip.compress(LINE))), "--max-nesting", 2, ["ok"], ["E917"])
        data = LINE * 100000
        for kind in ("gz", "bz2", "xz"):
            # What counts is the worst moment of the stream, a little above the ratio of the whole.
            packed = frames.KINDS[kind](data)
            ratio = len(data) // len(packed)
            low, high = ratio // 2, ratio * 2
            while low + 1 < high:
                middle = (low + high) // 2
                code, got = run(packed, "--max-ratio", str(middle))
                if got[-1] != ("ok" if code == 0 else "E912") or set(got[:-1]) - {"ok"}:
                    sys.exit(f"FAILED: {kind} --max-ratio {middle}: {got[-1:]}, exit {code}")
                low, high = (low, middle) if code == 0 else (middle, high)
                checked += 1
            if not ratio - 2 <= high <= ratio * 1.6 + 2:
                sys.exit(f"FAILED: {kind}: the limit is {high}, the ratio {ratio}")
        below = b'{"text":"' + b"a" * 1000 + b'"}'
        holds("line", below, "--max-line", len(below), ["ok"], ["E905"])
        holds("article", below, "--max-article", 1000, ["ok"], ["E906"])
        holds("text", below, "--max-text", 1000, ["ok"], ["E907"])
        holds("depth", b'{"a":[[[]]],"text":"b"}', "--max-json-depth", 4, ["ok"], ["E908"])
        numbers = b'{"text":"12, 13 x\xc3\xa3"}'
        holds("mentions", numbers, "--max-mentions", 2, ["ok"], ["E950"])
        holds("candidates", numbers, "--max-candidates", 2, ["ok"], ["E951"])
        if run(below, "--max-line", "1K")[1] != ["ok"] or run(below * 2, "--max-line", "1K")[1] != ["E905"]:
            sys.exit("FAILED: --max-line 1K")
        for wrong in ("0", "-1", "x", "1T", "", "99999999999G"):
            if run(numbers, "--max-line", wrong)[0] != 2:
                sys.exit(f"FAILED: --max-line {wrong!r} was taken")
    print(f"{checked} limits hold")


main()
