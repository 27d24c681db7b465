#!/usr/bin/env python3
"""Kills runs at random moments and lets the same command go on: in the end every byte is that of an undisturbed run.

usage: check_kills.py PROGRAM ROOT SHIM [--long]

Then the manifest is cut at every byte, and a byte flipped in each of 50 parts, and at 50 places of the database. With --long: 200 kills of runs of 50,000
articles, 20 of them inside of rename and of what is added to the manifest, and 100 kills of runs into a database. Without: 10 kills
of 2,000 articles, 5 of them there, and 5 into a database.
SHIM is '-' where nothing can be preloaded.
"""
import contextlib
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
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


def kill_once(program, command, fault, shim, hit, longest, lots):
    """Starts the run and has it killed; true if it was, false if it came to its end before."""
    process = start(program, [*command, "-j", lots.choice(["1", "2"])], environment(shim, fault, hit))
    if not fault:
        try:
            process.wait(timeout=lots.uniform(0.02, longest))
        except subprocess.TimeoutExpired:
            process.kill()
    said = process.communicate()[1].decode(errors="replace")
    if process.returncode == -signal.SIGKILL:
        require(not fault or hit.exists(), f"{fault}: killed by something else")
        hit.unlink(missing_ok=True)
        return True
    require(process.returncode == 1, f"ended with {process.returncode}: {said}")
    return False


def make_plan(lots, kills, inside):
    """That many kills; None comes at any moment, the others at a rename or where a line is added to the manifest."""
    where = ["rename:{}:kill", "rename:{}:after", "manifest:{}:kill", "manifest:{}:torn", "manifest:{}:after"]
    plan = [None] * (kills - inside) + [where[i % len(where)].format(lots.randint(1, 6)) for i in range(inside)]
    lots.shuffle(plan)
    return plan


def check_kills(program, root, folder, shim, many):
    articles, kills, inside = (50000, 200, 20) if many else (2000, 10, 5)
    inside = inside if shim else 0
    each = 10 if many else 5  # kills of one run
    input_file = folder / "articles.jsonl"
    make_articles(root, input_file, articles)
    size = "1M" if many else "32K"
    command = lambda out: [input_file, "-o", f"{out}/", "--part-size", size, "--quiet"]
    begin = time.monotonic()
    code, _, said = run(program, ["run", *command(folder / "whole")])
    took = time.monotonic() - begin
    require(code == 1, f"the undisturbed run ended with {code}: {said}")
    wanted = held(folder / "whole")
    require(len(wanted) > 50, f"only {len(wanted)} files: too few parts to be interesting")
    lots = random.Random(articles)
    plan = make_plan(lots, kills, inside)
    runs = 0
    while plan:
        out = folder / f"killed-{runs}"
        left = each
        while plan and left > 0 and kill_once(program, command(out), plan[-1], shim, folder / "hit", took / 5, lots):
            plan.pop()
            left -= 1
            if out.exists():
                prefix(held(out), wanted, f"{len(plan)} kills before the last")
        code, _, said = run(program, ["run", *command(out)])
        require(code == 1, f"going on ended with {code}: {said}")
        same(held(out), wanted, f"run {runs}")
        shutil.rmtree(out)
        runs += 1
    code, told, _ = run(program, ["verify", folder / "whole"])
    require(code == 0, f"verify: {told}")
    print(f"{kills} kills, {inside} of them at a rename or in the manifest, in {runs} runs of {articles} articles in {len(wanted)} files, "
          f"{took:.1f} s undisturbed: every byte the same")


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
    where = ["rename:1:kill", "rename:1:after", "write:{}:torn", "fsync:{}:after"] if shim else [None]
    plan = [lots.choice(where).format(lots.randint(1, 6)) if shim and i % 7 == 0 else None for i in range(kills)]
    runs = 0
    while plan:
        out.unlink()
        left = each
        while plan and left > 0 and kill_once(program, command, plan[-1], shim, folder / "hit", took / 2, lots):
            plan.pop()
            left -= 1
            require(not out.exists() or out.read_bytes() == wanted, f"{len(plan)} kills before the last: torn under its final name")
        require(run(program, ["run", *command])[0] == 1, f"run {runs} into a database: going on")
        require(out.read_bytes() == wanted, f"run {runs} into a database: not what an undisturbed run writes")
        require(not list(folder.glob("killed.db?*")), f"run {runs} into a database: left something beside it")
        runs += 1
    require(sqlite3.connect(out).execute("PRAGMA integrity_check").fetchone() == ("ok",), "the database does not hold together")
    print(f"{kills} kills in {runs} runs into a database of {len(wanted) >> 20} MB: every byte the same")


def check_cuts(program, root, folder):
    """The manifest cut at every byte: the run goes on, and ends the same."""
    input_file = folder / "few.jsonl"
    make_articles(root, input_file, 12, bad_each=5)
    rules = make_rules(folder / "rules")
    whole = folder / "few"
    command = lambda out: ["run", input_file, "-o", f"{out}/", "--part-size", "1200", "--quiet", "--rules", rules]
    require(run(program, command(whole))[0] == 1, "the run of few articles")
    wanted = held(whole)
    parts = sum(name.startswith("part-") for name in wanted)
    require(parts >= 3 and "quarantine.jsonl" in wanted, f"only {parts} parts")
    size = len(wanted[MANIFEST])
    out = folder / "cut"
    for cut in range(size):
        shutil.copytree(whole, out)
        (out / MANIFEST).write_bytes(wanted[MANIFEST][:cut])
        code, _, said = run(program, command(out))
        require(code == 1, f"cut at {cut}: ended with {code}: {said}")
        same(held(out), wanted, f"cut at {cut}")
        shutil.rmtree(out)
    print(f"the manifest of {parts} parts cut at each of its {size} bytes: every byte the same")


def check_flips(program, folder):
    """A byte flipped in each of 50 parts: verify names these and nothing else."""
    whole = folder / "whole"
    parts = sorted(p.name for p in whole.glob("part-*.jsonl"))
    lots = random.Random(7)
    flipped = lots.sample(parts, 50)
    for name in flipped:
        bytes_ = bytearray((whole / name).read_bytes())
        bytes_[lots.randrange(len(bytes_))] ^= 1 << lots.randrange(8)
        (whole / name).write_bytes(bytes_)
    code, told, _ = run(program, ["verify", whole])
    named = {line.split(": ")[0].rsplit("/", 1)[-1] for line in told.splitlines() if "part-" in line}
    require(code == 1 and named == set(flipped), f"verify ended with {code} and named {sorted(named)} instead of {sorted(flipped)}")
    print(f"a byte flipped in {len(flipped)} of {len(parts)} parts: verify named {len(named)}")


def content(path):
    """All there is to read in a database."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as database:
        database.text_factory = bytes
        schema = database.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
        tables = [name.decode() for kind, name, _ in schema if kind == b"table"]
        rows = [sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in tables]
        return schema, rows, database.execute("PRAGMA integrity_check").fetchall()


def check_database_flips(program, folder):
    """A byte flipped at 50 places of a database: verify finds each of them, but those in space SQLite makes no use of."""
    whole, damaged = folder / "flips.db", folder / "damaged.db"
    few = folder / "flips.jsonl"
    few.write_text("".join((folder / "articles.jsonl").read_text().splitlines(keepends=True)[:300]))
    require(run(program, ["run", few, "-o", whole, "--part-size", "64K", "--with-text", "--quiet"])[0] in (0, 1), "the run into a database")
    code, told, _ = run(program, ["verify", whole])
    require(code == 0 and " 0 wrong" in told, f"verify ended with {code}: {told}")
    held_there = content(whole)
    lots = random.Random(50)
    found = unused = 0
    while found < 50:
        bytes_ = bytearray(whole.read_bytes())
        place = lots.randrange(len(bytes_))
        bytes_[place] ^= 1 << lots.randrange(8)
        damaged.write_bytes(bytes_)
        code, told, said = run(program, ["verify", damaged])
        if code == 0:
            require(content(damaged) == held_there, f"byte {place}: verify finds nothing, and something else stands there")
            unused += 1
        else:
            require(code in (1, 3) and "damaged.db: " in told + said, f"byte {place}: verify ended with {code}: {told}{said}")
            found += 1
    require(unused < found, f"{unused} flips are said to be in unused space")
    print(f"a byte flipped at {found} places of a database of {len(bytes_) >> 10} KB: each found; {unused} more in space of no use")


def main():
    if len(sys.argv) < 4:
        fail(__doc__)
    program, root, shim = sys.argv[1:4]
    many = "--long" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_kills(program, root, folder, None if shim == "-" else shim, many)
        check_database(program, folder, None if shim == "-" else shim, many)
        check_cuts(program, root, folder)
        check_flips(program, folder)
        check_database_flips(program, folder)


if __name__ == "__main__":
    main()
