#!/usr/bin/env python3
"""A run with --only-changed takes over what is the same and works on the rest: every byte is that of a fresh run.

usage: check_changes.py PROGRAM ROOT SHIM
"""
import json
import pathlib
import random
import re
import shutil
import sqlite3
import sys
import tempfile
import time

from runs import environment, fail, held, make_articles, make_rules, require, run, same, start

ARTICLES = 700


def changed_lines(lines, lots):
    """New articles in front, some gone, some moved, some changed in one field; how many are as they were."""
    new = [json.dumps({"id": f"mới-{i}", "text": f"bài mới, ngày {i}"}) for i in range(9)]
    kept = 0
    for number, line in enumerate(lines):
        if number % 50 == 3:
            continue
        good = line.startswith('{"id": "bai')
        if number % 20 == 7 and good:
            article = json.loads(line)
            field = lots.choice(["title", "text", "id", "published", "byline", "outlet", "body"])
            if field == "body":
                article["body"] = article.pop("text")  # the same text, and raw_field says another field
            else:
                article[field] = "2020-01-02" if field == "published" else article.get(field, "") + "x"
            line = json.dumps(article, ensure_ascii=False)
            good = False
        new.append(line)
        kept += good
    return new, kept


def taken_over(said):
    number = re.search(r", (\d+) taken over", said)
    return int(number[1]) if number else 0


def rows_of(path):
    with sqlite3.connect(path) as database:
        return list(database.iterdump())


def check_same_bytes(program, folder, before, now, kept):
    into = lambda out, *more: ["run", now, "--dedupe", "-o", f"{folder / out}/", "--part-size", "64K", *more]
    old = folder / "old"
    code, _, said = run(program, ["run", before, "-o", f"{old}/", "--part-size", "50K", "-j", "2"])
    require(code == 1 and taken_over(said) == 0, f"the earlier run ended with {code}: {said}")
    require(run(program, into("fresh"))[0] == 1, "the fresh run")
    wanted = held(folder / "fresh")
    for jobs in ("1", "3"):
        code, _, said = run(program, into(f"jobs-{jobs}", "--only-changed", old, "-j", jobs))
        require(code == 1 and taken_over(said) == kept, f"-j {jobs}: ended with {code}, {kept} are the same: {said}")
        same(held(folder / f"jobs-{jobs}"), wanted, f"--only-changed -j {jobs}")
    code, _, said = run(program, ["run", now, "--dedupe", "-o", f"{folder / 'again'}/", "--part-size", "64K", "--only-changed", folder / "jobs-3"])
    require(taken_over(said) > kept, f"what was taken over once is taken over again: {said}")
    same(held(folder / "again"), wanted, "--only-changed of a run that was made with it")
    for name in ("r.jsonl", "r.csv", "r.db"):
        for more, out in (([], f"fresh-{name}"), (["--only-changed", old], name)):
            code, _, said = run(program, ["run", now, "-o", folder / out, *more])
            require(code == 1, f"{out}: ended with {code}: {said}")
        require(taken_over(said) == kept, f"{name}: {said}")
    require((folder / "r.jsonl").read_bytes() == (folder / "fresh-r.jsonl").read_bytes(), "r.jsonl: other bytes")
    same(held(folder / "r.csv"), held(folder / "fresh-r.csv"), "r.csv")
    require(rows_of(folder / "r.db") == rows_of(folder / "fresh-r.db"), "r.db: other rows")
    print(f"{kept} of {len(now.read_text().splitlines())} articles taken over, every byte that of a fresh run")


def check_killed(program, folder, now, shim):
    """Killed inside of its writes again and again, with and without --only-changed, it ends the same."""
    wanted = held(folder / "fresh")
    out = folder / "killed"
    command = ["run", now, "--dedupe", "-o", f"{out}/", "--part-size", "64K"]
    hits = 0
    for number in range(2, 14, 3):
        for fault in (f"write:{number}:torn", "rename:2:after"):
            hit = folder / "hit"
            more = ["--only-changed", folder / "old", "-j", str(1 + number % 3)] if number != 8 else []
            run(program, [*command, *more], environment(shim, fault, hit))
            hits += hit.exists()
            hit.unlink(missing_ok=True)
    require(hits >= 6, f"only {hits} kills came")
    code, _, said = run(program, [*command, "--only-changed", folder / "old"])
    require(code == 1, f"going on ended with {code}: {said}")
    same(held(out), wanted, "killed with --only-changed")
    print(f"killed {hits} times, it went on and ended the same")


def check_refusals(program, folder, now):
    old = folder / "old"
    given = ["run", now, "-o", folder / "refused.jsonl", "--only-changed"]
    rules = make_rules(folder / "rules")
    part = old / "part-000002.jsonl"
    for options, word, code in ((["--offsets", "bytes"], "--offsets", 4), (["--with-text"], "--with-text", 4), (["--rules", rules], "the rule set", 4),
                                (["--max-text", "1M"], "--max-text", 4)):
        ended, _, said = run(program, [*given, old, *options])
        require(ended == code and word in said and "only-changed" in said, f"{options}: ended with {ended}: {said}")
    ended, _, said = run(program, ["run", now, "-o", f"{old}/", "--only-changed", f"{folder}/./old", "--force"])
    require(ended == 2 and part.exists(), f"into the same directory: ended with {ended}: {said}")
    ended, _, said = run(program, [*given, folder])
    require(ended == 3 and "manifest" in said, f"no run: ended with {ended}: {said}")
    for name in (part.name, "contents.txt"):
        bytes_ = bytearray((old / name).read_bytes())
        at = bytes_.index(b"bai-") if name == part.name else bytes_.index(b"\n", 2000) + 5
        bytes_[at] ^= 1
        damaged = folder / f"damaged-{name}"
        shutil.copytree(old, damaged)
        (damaged / name).write_bytes(bytes_)
        ended, _, said = run(program, [*given, damaged])
        require(ended == 3 and "boctach verify" in said, f"{name} damaged: ended with {ended}: {said}")
        ended, told, _ = run(program, ["verify", damaged])
        require(ended == 1 and name in told, f"verify of {name}: {told}")
    cut = folder / "cut"
    shutil.copytree(old, cut)
    manifest = (cut / "manifest.jsonl").read_bytes().splitlines(keepends=True)
    (cut / "manifest.jsonl").write_bytes(b"".join(manifest[:-1]))
    ended, _, said = run(program, [*given, cut])
    require(ended == 3 and "not complete" in said, f"a run that is not complete: ended with {ended}: {said}")
    require(not (folder / "refused.jsonl").exists(), "something was written")
    for options in (["--limit", "5"], ["--sample", "20"], ["--input-format", "ndjson"], ["--no-gate", "--limit", "20"]):
        ended, _, said = run(program, [*given, old, *options, "--force"])
        require(ended in (0, 1), f"{options} show in no record: ended with {ended}: {said}")
    print("runs of other rules or options, damaged, unfinished and the very same were refused, each by name")


def check_held(program, folder, now):
    """While it is read nobody begins it again."""
    process = start(program, ["-", "-o", f"{folder / 'waits'}/", "--only-changed", folder / "old", "--quiet"])
    process.stdin.write(b'{"text": "a"}\n')
    process.stdin.flush()
    while not (folder / "waits" / "manifest.jsonl").exists() and process.poll() is None:
        time.sleep(0.02)
    ended, _, said = run(program, ["run", now, "-o", f"{folder / 'old'}/", "--force"])
    require(ended == 5 and "another run" in said, f"begun again while it was read: {ended}: {said}")
    process.communicate()
    require(process.returncode == 0, f"the reader ended with {process.returncode}")


def main():
    if len(sys.argv) < 4:
        fail(__doc__)
    program, root, shim = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        before, now = folder / "before.jsonl", folder / "now.jsonl"
        make_articles(root, before, ARTICLES)
        lines, kept = changed_lines(before.read_text(encoding="utf-8").splitlines(), random.Random(5))
        now.write_text("\n".join(lines) + "\n", encoding="utf-8")
        check_same_bytes(program, folder, before, now, kept)
        if shim != "-":
            check_killed(program, folder, now, shim)
        check_refusals(program, folder, now)
        check_held(program, folder, now)


if __name__ == "__main__":
    main()
