#!/usr/bin/env python3
"""Signals and bounds: a run asked to stop stops soon, at a safe point, and goes on later; others are given up.

usage: check_signals.py PROGRAM ROOT SHIM
"""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from runs import environment, fail, held, make_articles, make_rules, require, run, same, start


def check_stops(program, folder, input_file):
    """SIGINT and SIGTERM in the middle of a run into a directory."""
    arguments = lambda out: [input_file, "--quiet", "--part-size", "64K", "-o", f"{out}/"]
    begin = time.monotonic()
    require(run(program, ["run", *arguments(folder / "whole")])[0] == 1, "the undisturbed run")
    took = time.monotonic() - begin
    wanted = held(folder / "whole")
    for name, code in (("SIGINT", 130), ("SIGTERM", 143)):
        out = folder / name
        codes = set()
        for share in (0.3, 0.5, 0.7):
            process = start(program, [*arguments(out), "-j", "2"])
            time.sleep(took * share)
            asked = time.monotonic()
            process.send_signal(getattr(signal, name))
            said = process.communicate()[1].decode(errors="replace")
            require(time.monotonic() - asked < 5, f"{name}: took too long to stop")
            require(process.returncode in (code, 1), f"{name}: ended with {process.returncode}: {said}")
            codes.add(process.returncode)
            if process.returncode == code:
                require("the same command goes on" in said, f"{name}: said {said}")
                require(not list(out.glob("*.part")), f"{name}: left what it was writing")
        require(code in codes, f"{name}: came too late every time")
        require(run(program, ["run", *arguments(out)])[0] == 1, f"{name}: going on")
        same(held(out), wanted, name)
    print("SIGINT and SIGTERM stopped runs at a safe point, and they went on")


def check_database_stops(program, folder, input_file):
    """SIGINT in the middle of a run into a database."""
    out, partial = folder / "run.db", folder / "run.db.partial"
    arguments = [input_file, "--quiet", "--part-size", "64K", "-o", out]
    require(run(program, ["run", *arguments])[0] == 1, "the undisturbed run into a database")
    wanted = out.read_bytes()
    out.unlink()
    process = start(program, arguments)
    sizes = {0}
    while process.poll() is None and len(sizes) < 5:  # some batches are in it
        if partial.exists():
            sizes.add(partial.stat().st_size)
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    said = process.communicate()[1].decode(errors="replace")
    require(process.returncode == 130 and "the same command goes on" in said, f"a database: ended with {process.returncode}: {said}")
    require(not out.exists() and partial.exists(), "a database that was stopped has its name, or is gone")
    require(run(program, ["run", *arguments])[0] == 1, "a database that was stopped: going on")
    require(out.read_bytes() == wanted, "a database that was stopped: not what an undisturbed run writes")
    print("SIGINT stopped a run into a database at a safe point, and it went on")


def check_waiting_read(program, folder):
    """A read that waits does not keep the program: asked once it ends within 5 s, asked twice at once."""
    for times, most in ((1, 5), (2, 1)):
        process = subprocess.Popen([program, "run", "-", "--quiet", "--rules", folder / "rules"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
        process.stdin.write(b'{"text": "a"}\n{"te')
        process.stdin.flush()
        time.sleep(1)
        asked = time.monotonic()
        for _ in range(times):
            process.send_signal(signal.SIGINT)
            time.sleep(0.05)
        process.wait(timeout=20)
        require(process.returncode == 130 and time.monotonic() - asked < most, f"{times} signals: {process.returncode}, {time.monotonic() - asked} s")
    print("a read that waits was ended within 5 s, at once by a second signal")


def check_bounds(program, folder):
    """--max-errors, --strict, --limit, --sample, --dedupe, --without, metrics and progress."""
    input_file = folder / "some.jsonl"
    lines = [json.dumps({"id": str(i), "text": f"bài {i % 150}, ngày {i}"}) if i % 20 else "no article" for i in range(1, 301)]
    lines += [json.dumps({"id": "again", "text": "bài 1, ngày 1"})]
    input_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    given = ["run", input_file, "--rules", folder / "rules"]
    expected = {("--strict",): 6, ("--max-errors", "0"): 6, ("--max-errors", "14"): 6, ("--max-errors", "15"): 1, ("--max-errors", "4%"): 6,
                ("--max-errors", "6%"): 1, ("--limit", "19"): 0, ("--limit", "20"): 1, ("--max-errors", "-1"): 2, ("--sample", "0"): 2,
                ("--seed", "3"): 2, ("--part-size", "1M"): 2, ("--strict", "--max-errors", "3"): 2, ("--without", "numbers"): 2,
                ("--progress", "fast"): 2}
    for options, code in expected.items():
        ended, out, said = run(program, [*given, *options])
        require(ended == code, f"{options}: ended with {ended}: {said}")
        if options == ("--strict",):
            require(len(out.splitlines()) == 20, f"--strict wrote {len(out.splitlines())} records")
    _, sample, said = run(program, [*given, "--sample", "30", "--seed", "1", "-j", "2"])
    require(len(sample.splitlines()) == 30 and "301 articles in" in said and "271 skipped" in said, f"--sample: {said}")
    require(sample == run(program, [*given, "--sample", "30", "--seed", "1"])[1], "a sample is drawn the same way twice")
    require(sample != run(program, [*given, "--sample", "30", "--seed", "2"])[1], "another seed draws another sample")
    records = [json.loads(line) for line in run(program, [*given, "--dedupe"])[1].splitlines()]
    require(records[-1].get("duplicate_of") == "1" and "duplicate_of" not in records[0], "--dedupe names the first of the same text")
    metrics = folder / "boctach.prom"
    _, _, said = run(program, [*given, "--metrics", metrics, "--progress", "json", "--quiet"])
    require('boctach_articles_total{outcome="error"} 15\n' in metrics.read_text(), metrics.read_text())
    last = json.loads(said.splitlines()[-1])
    require(last["ended"] is True and last["in"] == 301 and last["error"] == 15, said)
    print("bounds, samples, repeats, metrics and progress are what they should be")


def check_directory(program, folder):
    """What was done is not done twice, changed runs are refused, the quarantine is told and tried again."""
    input_file = folder / "some.jsonl"
    out = folder / "run"
    given = ["run", input_file, "--rules", folder / "rules", "-o", f"{out}/", "--part-size", "4K"]
    require(run(program, given)[0] == 1, "a run into a directory")
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in out.iterdir()}
    ended, _, said = run(program, given)
    require(ended == 1 and "complete" in said, f"a second time: {ended}: {said}")
    require(before == {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in out.iterdir()}, "a second time wrote")
    for options, part in ((["--offsets", "bytes"], "--offsets"), (["--limit", "9"], "--limit")):
        ended, _, said = run(program, [*given, *options])
        require(ended == 4 and part in said, f"{options}: {ended}: {said}")
    ended, told, _ = run(program, ["quarantine", "list", out])
    require(ended == 0 and len(told.splitlines()) == 15 and "some.jsonl:20" in told and "E902" in told, told)
    ended, told, _ = run(program, ["quarantine", "show", out, "40"])
    require(ended == 0 and "no article" in told and "some.jsonl:40" in told, told)
    require(run(program, ["quarantine", "show", out, "41"])[0] == 2, "an article that is not there")
    ended, told, said = run(program, ["quarantine", "retry", out, "--rules", folder / "rules"])
    require(ended == 1 and len(told.splitlines()) == 15, f"retry: {ended}: {said}")
    text = input_file.read_text(encoding="utf-8").replace("no article", '{"text":"1"}')
    input_file.write_text(text, encoding="utf-8")
    ended, told, said = run(program, ["quarantine", "retry", out, "--rules", folder / "rules"])
    require(ended == 0 and len(told.splitlines()) == 15 and '"ok"' in told, f"retry of mended input: {ended}: {said}")
    ended, _, said = run(program, given)
    require(ended == 4 and "some.jsonl" in said, f"another input: {ended}: {said}")
    pack = folder / "rules" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("[0-9]+", "[0-9]{1,4}"), encoding="utf-8")
    ended, _, said = run(program, given)
    require(ended == 4 and "the rule set" in said, f"other rules: {ended}: {said}")
    require(run(program, [*given, "--force"])[0] == 0, "--force begins again")
    require(run(program, ["verify", out])[0] == 0, "verify")
    require(run(program, ["doctor", "--rules", folder / "rules"])[0] == 0, "doctor")
    print("a run that was done is left alone, a changed one refused, its quarantine told and tried again")


def check_database(program, folder):
    """The quarantine of a database is that of a directory."""
    given = ["run", folder / "some.jsonl", "--rules", folder / "rules"]
    out = folder / "bad.db"
    some = (folder / "some.jsonl").read_text(encoding="utf-8")
    (folder / "some.jsonl").write_text(some + "no article\n" * 3, encoding="utf-8")
    for where in (folder / "bad", out):
        require(run(program, [*given, "-o", f"{where}/" if where != out else where])[0] == 1, f"a run into {where}")
    for what in (["list"], ["show"], ["retry", "--rules", folder / "rules"]):
        told = [run(program, ["quarantine", what[0], where, *what[1:]]) for where in (folder / "bad", out)]
        require(told[0] == told[1] and told[0][0] == (1 if what[0] == "retry" else 0), f"{what}: {told}")
        require(len(told[0][1].splitlines()) >= 3, f"{what}: {told}")
    require(run(program, ["convert", "-q", out, folder / "other.db"])[0] == 0, "convert")
    ended, _, said = run(program, ["quarantine", "list", folder / "other.db"])
    require(ended == 3 and "no run wrote this database" in said, f"a database of no run: {ended}: {said}")
    (folder / "some.jsonl").write_text(some, encoding="utf-8")
    print("the quarantine of a database is that of a directory")


def check_one_at_a_time(program, folder, out, begun):
    """Two runs on one directory or database exclude each other. `begun` is there once the first one has begun."""
    process = subprocess.Popen([program, "run", "-", "-o", out, "--quiet"], stdin=subprocess.PIPE, env=environment())
    process.stdin.write(b'{"text": "a"}\n')
    process.stdin.flush()
    for _ in range(100):
        if begun.exists() and begun.stat().st_size > 0:
            break
        time.sleep(0.1)
    for options in ([], ["--force"]):
        ended, _, said = run(program, ["run", folder / "some.jsonl", "-o", out, *options])
        require(ended == 5 and "another run" in said, f"beside another run, {options}: {ended}: {said}")
    process.communicate()
    require(process.returncode == 0, f"the first one ended with {process.returncode}")
    print(f"two runs into {pathlib.Path(out).name} excluded each other")


def check_stuck(program, shim, folder):
    """An article that never ends is named and ends the run; what was written aside is gone, and a directory goes on."""
    input_file = folder / "stuck.jsonl"
    input_file.write_text("".join(json.dumps({"id": f"bài-{i}", "text": f"ngày {i}"}) + "\n" for i in range(1, 41)), encoding="utf-8")
    given = lambda out: ["run", input_file, "--rules", folder / "rules", "--part-size", "1K", "--quiet", "-o", out]
    require(run(program, given(f"{folder / 'whole-40'}/"))[0] == 0, "the undisturbed run")
    hit = folder / "hit"
    for out in (f"{folder / 'stuck'}/", folder / "stuck.csv", folder / "stuck.db", folder / "stuck.out"):
        into = given(out) if str(out).endswith("/") else [option for option in given(out) if option not in ("--part-size", "1K")]
        # The 51st time is asked where the only worker begins with article 26.
        ended, _, said = run(program, [*into, "--stuck-after", "1", "--metrics", folder / "stuck.prom"], environment(shim, "clock:51:hang", hit))
        require(hit.exists(), f"{out}: no article hung: {said}")
        hit.unlink()
        require(ended == 6 and "article 26, 'bài-26' (stuck.jsonl:26)" in said, f"{out}: ended with {ended}: {said}")
        require('outcome="ok"} 25\n' in (folder / "stuck.prom").read_text(), "the metrics of a run that is stuck")
        left = [p.name for p in folder.rglob("*") if ".part" in p.name or p in (folder / "stuck.csv", folder / "stuck.db", folder / "stuck.out")]
        require(not left, f"{out}: left {left}")
    ended, _, said = run(program, [*given(f"{folder / 'stuck'}/"), "--stuck-after", "1000"])
    require(ended == 0, f"going on ended with {ended}: {said}")
    same(held(folder / "stuck"), held(folder / "whole-40"), "a run that was stuck")
    for wrong in ("0", "x", "-1"):
        require(run(program, [*given(folder / "stuck.out"), "--stuck-after", wrong])[0] == 2, f"--stuck-after {wrong}")
    print("an article that never ended was named, and nothing was torn")


def main():
    if len(sys.argv) < 4:
        fail(__doc__)
    program, root, shim = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_rules(folder / "rules")
        make_articles(root, folder / "articles.jsonl", 2500)
        check_bounds(program, folder)
        if shim != "-":
            check_stuck(program, shim, folder)
        check_directory(program, folder)
        check_database(program, folder)
        check_one_at_a_time(program, folder, f"{folder / 'held'}/", folder / "held" / "manifest.jsonl")
        check_one_at_a_time(program, folder, folder / "held.db", folder / "held.db.partial")
        check_waiting_read(program, folder)
        check_stops(program, folder, folder / "articles.jsonl")
        check_database_stops(program, folder, folder / "articles.jsonl")


if __name__ == "__main__":
    main()
