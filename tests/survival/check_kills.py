#!/usr/bin/env python3
"""Kills runs at random moments and lets the same command go on: in the end every byte is that of an undisturbed run.

usage: check_kills.py PROGRAM ROOT SHIM [--long]

With --long: 200 kills of runs of 50,000 articles, 20 of them inside rename and the writes of the manifest, the manifest
cut at every byte, a byte flipped in each of 50 parts, and 100 kills of runs into a database. Without: 10 kills of 2,000
articles, and less of the rest.
SHIM is '-' where nothing can be preloaded.
"""
import pathlib
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time

from runs import environment, fail, held, make_articles, make_rules, require, run, same, start

MANIFEST = "manifest.jsonl"


def prefix(now, wanted, what):
    """What the manifest names is as it will stay."""
    lines = now.get(MANIFEST, b"").split(b"\n")[:-1]
    require(wanted[MANIFEST].startswith(b"".join(line + b"\n" for line in lines)), f"{what}: the manifest went another way")
    for number in range(1, len(lines)):
        name = f"part-{number:06}.jsonl"
        if name in wanted:
            require(now.get(name) == wanted[name], f"{what}: {name} is torn")


def kill_runs(program, command, hit, look, kills, lots, seconds, shim):
    """Kills one run again and again until it ends, and looks at what it left; returns how many kills it took."""
    done = 0
    while True:
        fault = None
        if shim and kills > 0 and lots.random() < 0.15:
            fault = lots.choice(["rename:{}:kill", "rename:{}:after", "write:{}:torn", "fsync:{}:after"]).format(lots.randint(1, 6))
        env = environment(shim, fault, hit)
        process = start(program, [*command, "-j", lots.choice([1, 2])], env)
        if kills > 0:
            try:
                process.wait(timeout=60 if fault else lots.uniform(0.02, seconds))
            except Exception:
                process.kill()
        said = process.communicate()[1].decode(errors="replace")
        if process.returncode != -signal.SIGKILL:
            require(process.returncode == 1, f"ended with {process.returncode}: {said}")
            return done
        kills -= 1
        done += 1
        look(f"kill {done}")


def check_kills(program, root, folder, shim, many):
    articles, kills, each = (50000, 200, 10) if many else (2000, 10, 10)
    input_file = folder / "articles.jsonl"
    make_articles(root, input_file, articles)
    size = "1M" if many else "64K"
    command = lambda out: [input_file, "-o", f"{out}/", "--part-size", size, "--quiet"]
    begin = time.monotonic()
    code, _, said = run(program, ["run", *command(folder / "whole")])
    took = time.monotonic() - begin
    require(code == 1, f"the undisturbed run ended with {code}: {said}")
    wanted = held(folder / "whole")
    require(len(wanted) > 20, f"only {len(wanted)} files: too few parts to be interesting")
    lots = random.Random(articles)
    done = runs = 0
    while done < kills:
        out = folder / f"killed-{runs}"
        look = lambda what, out=out: prefix(held(out), wanted, what) if out.exists() else None
        done += kill_runs(program, command(out), folder / "hit", look, each, lots, took / 5, shim)
        same(held(out), wanted, f"run {runs}")
        shutil.rmtree(out)
        runs += 1
    code, told, _ = run(program, ["verify", folder / "whole"])
    require(code == 0, f"verify: {told}")
    print(f"{done} kills in {runs} runs of {articles} articles in {len(wanted)} files, {took:.1f} s undisturbed: every byte the same")


def check_database(program, folder, shim, many):
    """The same articles into a database."""
    kills, each = (100, 10) if many else (5, 5)
    out = folder / "killed.db"
    command = [folder / "articles.jsonl", "-o", out, "--part-size", "1M" if many else "64K", "--quiet"]
    begin = time.monotonic()
    require(run(program, ["run", *command])[0] == 1, "the undisturbed run into a database")
    took = time.monotonic() - begin
    wanted = out.read_bytes()
    lots = random.Random(kills)
    done = runs = 0
    look = lambda what: require(not out.exists() or out.read_bytes() == wanted, f"{what}: torn under its final name")
    while done < kills:
        out.unlink()
        done += kill_runs(program, command, folder / "hit", look, each, lots, took / 2, shim)
        require(out.read_bytes() == wanted, f"run {runs} into a database: not what an undisturbed run writes")
        require(not list(folder.glob("killed.db?*")), f"run {runs} into a database: left something beside it")
        runs += 1
    require(sqlite3.connect(out).execute("PRAGMA integrity_check").fetchone() == ("ok",), "the database does not hold together")
    print(f"{done} kills in {runs} runs into a database of {len(wanted) >> 20} MB: every byte the same")


def check_cuts(program, root, folder, many):
    """The manifest cut at every byte (or some): the run continues, and ends the same."""
    input_file = folder / "few.jsonl"
    make_articles(root, input_file, 24, bad_each=5)
    rules = make_rules(folder / "rules")
    whole = folder / "few"
    command = lambda out: ["run", input_file, "-o", f"{out}/", "--part-size", "1K", "--quiet", "--rules", rules]
    require(run(program, command(whole))[0] == 1, "the run of few articles")
    wanted = held(whole)
    size = len(wanted[MANIFEST])
    ends = [at for at, byte in enumerate(wanted[MANIFEST]) if byte == 10]
    cuts = range(size) if many else sorted({0, 1, size - 1, *ends, *(end + 1 for end in ends[:-1]), *range(0, size, 211)})
    for cut in cuts:
        out = folder / "cut"
        shutil.copytree(whole, out)
        (out / MANIFEST).write_bytes(wanted[MANIFEST][:cut])
        code, _, said = run(program, command(out))
        require(code == 1, f"cut at {cut}: ended with {code}: {said}")
        same(held(out), wanted, f"cut at {cut}")
        shutil.rmtree(out)
    print(f"the manifest cut at {len(cuts)} of {size} places: every byte the same")


def check_flips(program, folder, many):
    """A byte flipped in parts: verify names each of them and nothing else."""
    whole = folder / "whole"
    parts = sorted(p.name for p in whole.glob("part-*.jsonl"))
    lots = random.Random(7)
    flipped = lots.sample(parts, min(50, len(parts)) if many else 10)
    for name in flipped:
        bytes_ = bytearray((whole / name).read_bytes())
        bytes_[lots.randrange(len(bytes_))] ^= 1 << lots.randrange(8)
        (whole / name).write_bytes(bytes_)
    code, told, _ = run(program, ["verify", whole])
    named = {line.split(": ")[0].rsplit("/", 1)[-1] for line in told.splitlines() if "part-" in line}
    require(code == 1 and named == set(flipped), f"verify ended with {code} and named {sorted(named)} instead of {sorted(flipped)}")
    print(f"a byte flipped in {len(flipped)} parts: verify named {len(named)}")


def main():
    if len(sys.argv) < 4:
        fail(__doc__)
    program, root, shim = sys.argv[1:4]
    many = "--long" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_kills(program, root, folder, None if shim == "-" else shim, many)
        check_database(program, folder, None if shim == "-" else shim, many)
        check_cuts(program, root, folder, many)
        check_flips(program, folder, many)


if __name__ == "__main__":
    main()
