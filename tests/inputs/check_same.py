#!/usr/bin/env python3
"""The same articles, through every format and compression, give the same records but for `source` and raw positions; and all
of these inputs in one run give the same bytes with both engines, on one thread and on three.

usage: check_same.py PROGRAM SOURCE_DIR
"""
import csv
import io
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile

import frames


def run(program, arguments, stdin=None):
    done = subprocess.run([program, "run", "--quiet", "--json", *map(str, arguments)], input=stdin, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"FAILED: boctach run {arguments} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def strip(value):
    if isinstance(value, dict):
        return {k: strip(v) for k, v in value.items() if k not in ("source", "raw_field", "raw_start", "raw_end")}
    return [strip(v) for v in value] if isinstance(value, list) else value


def records(output):
    return sorted((strip(json.loads(line)) for line in output.decode().splitlines()), key=lambda record: record["id"])


def table(articles, dialect):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=dialect, lineterminator="\r\n")
    writer.writerow(["number", "id", "text"])
    for number, (name, text) in enumerate(articles.items()):
        writer.writerow([number, name, text])
    return out.getvalue().encode()


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members, form=tarfile.PAX_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def database(path, articles):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE articles (number INTEGER, id TEXT, text TEXT)")
    connection.executemany("INSERT INTO articles VALUES (?, ?, ?)", [(i, *article) for i, article in enumerate(articles.items())])
    connection.commit()
    connection.close()


def halves(data, compress):
    """Two streams, one behind the other."""
    middle = len(data) // 2
    return compress(data[:middle]) + compress(data[middle:])


def inputs(articles):
    """Name of the input, its bytes."""
    texts = {f"{name}.txt": text.encode() for name, text in articles.items()}
    lines = b"".join(json.dumps({"text": text, "id": name, "other": [1]}, ensure_ascii=False).encode() + b"\n" for name, text in articles.items())
    escaped = b"".join(json.dumps({"id": name, "text": text}).encode() + b"\r\n" for name, text in articles.items())
    yield "lines.jsonl", lines
    yield "escaped.ndjson", b"\xEF\xBB\xBF" + escaped
    yield "rows.csv", table(articles, ",")
    yield "rows.tsv", b"\xEF\xBB\xBF" + table(articles, "\t")
    for kind, compress in frames.KINDS.items():
        for name, data in (("lines.jsonl", lines), ("rows.csv", table(articles, ",")), ("rows.tsv", table(articles, "\t"))):
            yield f"{name}.{kind}", compress(data)
        yield f"two.jsonl.{kind}", halves(lines, compress)
        yield f"told by its bytes alone {kind}.jsonl", compress(lines)
        yield f"texts.tar.{kind}", compress(tarred(texts))
        yield f"members {kind}.zip", zipped({f"{name}.{kind}": compress(data) for name, data in texts.items()}, zipfile.ZIP_STORED)
        yield f"texts.zip.{kind}", compress(zipped(texts))
    for name, method in (("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED), ("bzip2", zipfile.ZIP_BZIP2), ("lzma", zipfile.ZIP_LZMA)):
        yield f"{name}.zip", zipped(texts, method)
    for name, form in (("pax", tarfile.PAX_FORMAT), ("gnu", tarfile.GNU_FORMAT), ("ustar", tarfile.USTAR_FORMAT)):
        yield f"{name}.tar", tarred({f"./{file}": data for file, data in texts.items()}, form)
    yield "short.tgz", frames.KINDS["gz"](tarred(texts))
    yield "inner.tar", tarred({"lines.jsonl.gz": frames.KINDS["gz"](lines)})
    yield "outer.zip", zipped({"inner.zip": zipped({"rows.csv": table(articles, ",")})})
    for tool in ("zstd", "lz4"):
        if shutil.which(tool):
            yield f"by {tool}", subprocess.run([tool, "-q", "-c"], input=lines, capture_output=True, check=True).stdout


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    articles = {path.stem: path.read_bytes().decode(errors="replace") for path in sorted((source / "samples" / "articles").glob("*.txt"))}
    checked = 0
    names = []

    def check(what, output):
        nonlocal checked
        if records(output) != expected:
            for mine, theirs in zip(records(output), expected):
                if mine != theirs:
                    print(json.dumps(mine, ensure_ascii=False), json.dumps(theirs, ensure_ascii=False), sep="\n")
                    break
            sys.exit(f"FAILED: {what}: other records")
        checked += 1

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        texts = folder / "texts"
        texts.mkdir()
        for name, text in articles.items():
            (texts / f"{name}.txt").write_bytes(text.encode())
        expected = records(run(program, [texts]))
        if len(expected) != len(articles) or len(articles) < 5:
            sys.exit("FAILED: not one record an article")
        for name, data in inputs(articles):
            (folder / name).write_bytes(data)
            names.append(folder / name)
            check(name, run(program, [folder / name]))
            if name.startswith(("lines", "texts")):
                check(f"{name} on standard input", run(program, ["-"], data))
        check("a table on standard input", run(program, ["--input-format", "csv", "-"], frames.KINDS["xz"](table(articles, ","))))
        database(folder / "articles.db", articles)
        # All of them in one run: not a byte depends on the engine or on the number of threads.
        every = ["--sqlite-table", "articles", texts, *names, folder / "articles.db"]
        whole = run(program, every)
        for options in (["-j", "3"], ["--no-gate"], ["--no-gate", "-j", "3"]):
            if run(program, [*options, *every]) != whole:
                sys.exit(f"FAILED: {options}: other bytes")
        lines = whole.splitlines(keepends=True)
        if len(lines) != len(articles) * (len(names) + 2):
            sys.exit(f"FAILED: {len(lines)} records of {len(names) + 2} inputs")
        for at in range(0, len(lines), len(articles)):
            part = b"".join(lines[at : at + len(articles)])
            for repeated in (b"%s,", b",%s", b"%s"):
                part = part.replace(repeated % b'{"code":"N202","message":"another article of this run has the same id"}', b"")
            check(f"input {at // len(articles)} among all", part)
        check("a table of a database", run(program, ["--sqlite-table", "articles", folder / "articles.db"]))
        query = "SELECT id AS key, text AS body FROM articles ORDER BY id DESC"
        check("a query", run(program, ["--query", query, "--fields", "id=key,text=body", folder / "articles.db"]))
        listed = [str(texts / f"{name}.txt") for name in articles]
        for end, options in (("\n", []), ("\0", ["-0"])):
            output = run(program, ["--files-from", "-", *options], end.join(listed).encode())
            check("a list", output.replace(str(texts).lstrip("/").encode() + b"/", b""))
        (folder / "list").write_text("\n".join(listed[1:]) + "\n", encoding="utf-8")
        check("an argument and a list", run(program, [listed[0], "--files-from", folder / "list"]).replace(str(texts).lstrip("/").encode() + b"/", b""))
    print(f"{len(articles)} articles, the same through {checked} inputs, and {len(names) + 2} inputs at once with each engine, on one thread and on three")


if __name__ == "__main__":
    main()
