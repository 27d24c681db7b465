#!/usr/bin/env python3
"""The most memory a run takes does not grow with its input.

usage: check_memory.py PROGRAM ROOT [--long]

Articles come through a pipe, every id a new one; two are worked on at once, and both tables of what was seen are kept.
With --long: 20 MB against 2 GB, the last article of 4 MiB, within 5 %. Without: 20 MB against 60 MB, within 10 %. Automata and
caches are warm at 20 MB: what they take before that is no growth.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from runs import environment, fail, make_articles, require

MEGA = 10**6
LARGEST = (4 << 20) - 1000  # bytes of text: the limit is 4 MiB


def make_texts(root, folder):
    """Some 20 MB of articles without their ids."""
    path = folder / "articles.jsonl"
    make_articles(root, path, 30000, bad_each=0)
    texts = [line[line.index(', "title"'):].encode() for line in path.read_text(encoding="utf-8").splitlines()]
    path.unlink()
    return texts


def large_article(texts):
    """Of plain words, now and then a paragraph of the others: no more mentions than an article may have."""
    plain = "Xã họp bàn việc làng, ai cũng nghe, ai cũng nói, rồi ai về nhà nấy. " * 40
    text, size = [], 0
    for line in texts:
        part = plain + json.loads(b"{" + line[2:])["text"]
        size += len(part.encode()) + 1
        if size > LARGEST:
            break
        text.append(part)
    return json.dumps({"id": "largest", "text": "\n".join(text)}, ensure_ascii=False).encode() + b"\n"


# Linux counts what a process was before it was another program: so its parent is a small one.
MEASURE = """import os, subprocess, sys
_, status, used = os.wait4(subprocess.Popen(sys.argv[1:]).pid, 0)
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def peak(program, texts, last, size):
    """KiB at the most, of a run over so many bytes."""
    command = [program, "run", "-", "--quiet", "--json", "--dedupe", "-j", "2", "-o", "/dev/null"]
    process = subprocess.Popen([sys.executable, "-c", MEASURE, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=environment())
    written = number = 0
    while written < size:
        line = b'{"id": "bai-%d"%s\n' % (number, texts[number % len(texts)])
        process.stdin.write(line)
        written += len(line)
        number += 1
    told, said = process.communicate(last)
    require(process.returncode == 0, f"a run over {written} bytes ended with {process.returncode}: {said.decode(errors='replace')}")
    return int(told)


def main():
    if len(sys.argv) < 3:
        fail(__doc__)
    program, root = sys.argv[1:3]
    small, large, most = (20 * MEGA, 2000 * MEGA, 1.05) if "--long" in sys.argv else (20 * MEGA, 60 * MEGA, 1.10)
    with tempfile.TemporaryDirectory() as name:
        texts = make_texts(root, pathlib.Path(name))
    last = large_article(texts) if "--long" in sys.argv else b""
    few, many = (peak(program, texts, last, size) for size in (small, large))
    require(many <= most * few, f"{few} KiB for {small // MEGA} MB, and {many} KiB for {large // MEGA} MB")
    print(f"{few} KiB for {small // MEGA} MB, {many} KiB for {large // MEGA} MB")


if __name__ == "__main__":
    main()
