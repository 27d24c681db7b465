#!/usr/bin/env python3
"""Hundreds of inputs made to hurt: each becomes records or error records with a code, the run ends, and its memory stays bounded.

usage: check_poison.py PROGRAM SOURCE_DIR
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

MEMORY = 200 << 10  # KiB more than a run of ordinary articles
TIME = 240


def run(arguments, output):
    """Exit code and peak memory in KiB."""
    with open(output, "wb") as file, subprocess.Popen(list(map(str, arguments)), stdout=file, stdin=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_maxrss


def outcomes(records, names):
    found = collections.defaultdict(set)
    for record in records:
        path = record["source"]["path"]
        name = path if path in names else path.split("/", 1)[0]
        if record["status"] == "ok":
            found[name].add("ok")
        elif not record["error"]["code"].startswith("E9") or not record["error"]["message"]:
            sys.exit(f"FAILED: {record}")
        else:
            found[name].add(record["error"]["code"])
    return found


def fits(wanted, found):
    if wanted == "any":
        return bool(found)
    if wanted == "none":
        return not found
    return any(code.startswith(wanted) for code in found)


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        inputs, output = pathlib.Path(folder, "inputs"), pathlib.Path(folder, "records.jsonl")
        inputs.mkdir()
        # By another process: what this one has used counts as used by those it starts.
        made = subprocess.run([sys.executable, pathlib.Path(__file__).with_name("poison.py"), inputs], stdout=subprocess.PIPE, check=True)
        expected = json.loads(made.stdout)
        ordinary = run(["timeout", TIME, program, "run", "-q", "--json", source / "samples" / "articles"], output)[1]
        code, memory = run(["timeout", TIME, program, "run", "-q", "--json", "--sqlite-table", "articles", inputs], output)
        if code != 1:
            sys.exit(f"FAILED: the run ended with {code}, not with 1")
        records = [json.loads(line) for line in output.read_bytes().splitlines()]
        found = outcomes(records, expected)
        for name, wanted in expected.items():
            if not all(fits(outcome, found[name]) for outcome in wanted):
                wrong += 1
                print(f"{name}: wanted {wanted}, got {sorted(found[name])}")
        strange = [name for name, codes in found.items() if name not in expected and codes != {"ok"}]
        print(f"{len(expected)} inputs, {len(records)} records, {memory} KiB at most (ordinary articles: {ordinary}), {wrong + len(strange)} wrong {strange}")
        if len(expected) < 300 or wrong or strange or memory - ordinary > MEMORY:
            sys.exit("FAILED")


main()
