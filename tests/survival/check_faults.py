#!/usr/bin/env python3
"""Lets the n-th write, fsync, rename and open of a run fail, for every n: the program never crashes, never ends well with
something missing, leaves nothing torn under a final name, and the same command goes on. Then fills disks.

usage: check_faults.py PROGRAM ROOT SHIM
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from runs import environment, fail, held, make_articles, make_rules, require, run, same

CALLS = ["write", "fsync", "rename", "open"]
CODES = {0, 1, 2, 3, 4, 5, 70}


def check_output(program, shim, folder, arguments, out, read):
    """One kind of output: `read` gives what it holds, or nothing where there is none yet."""
    metrics = folder / "metrics.prom"
    arguments = [*arguments, "--metrics", metrics]
    code, _, said = run(program, ["run", *arguments])
    require(code == 1, f"{out.name}: ended with {code}: {said}")
    wanted = read(out)
    clear(out)
    count = 0
    for call in CALLS:
        number = 0
        while True:
            number += 1
            hit = folder / "hit"
            code, _, said = run(program, ["run", *arguments], environment(shim, f"{call}:{number}:fail", hit))
            if not hit.exists():
                require(number > 1, f"{out.name}: no {call} was seen")
                clear(out)
                break
            hit.unlink()
            count += 1
            what = f"{out.name}: {call} {number} failed"
            require(code in CODES, f"{what}: ended with {code}: {said}")
            if code in (0, 1):
                same(read(out), wanted, what)
                require("boctach_run_ended 1" in metrics.read_text(), f"{what}: no metrics")
            else:
                require(said.startswith("boctach: ") or "error[" in said, f"{what}: code {code} without a word: {said}")
            metrics.unlink(missing_ok=True)
            if out.is_file():
                require(read(out) == wanted, f"{what}: torn under its final name")
            clear_file(out)
            code, _, said = run(program, ["run", *arguments])
            require(code == 1, f"{what}: going on ended with {code}: {said}")
            same(read(out), wanted, f"{what}, then went on")
            clear(out)
    print(f"{out.name}: {count} calls failed, one at a time: nothing lost, nothing torn")


def check_stdout(program, shim, folder, arguments):
    """Standard output may end early, but never with a code that says all is well."""
    out = folder / "stdout"
    count = 0
    wanted = None
    for call, number in [("none", 1), *((call, number) for call in ("write", "open") for number in range(1, 100))]:
        hit = folder / "hit"
        with open(out, "wb") as file:
            process = subprocess.run([program, *map(str, arguments)], stdout=file, stderr=subprocess.DEVNULL, check=False,
                                     env=environment(shim, f"{call}:{number}:fail", hit))
        if wanted is None:
            wanted = out.read_bytes()
            require(process.returncode == 1, f"standard output: ended with {process.returncode}")
        elif hit.exists():
            hit.unlink()
            count += 1
            require(process.returncode in CODES, f"standard output: {call} {number} failed: ended with {process.returncode}")
            require(process.returncode not in (0, 1) or out.read_bytes() == wanted, f"standard output: {call} {number} failed, and nobody was told")
    print(f"standard output: {count} calls failed, one at a time: never as if nothing was missing")


def clear(out):
    shutil.rmtree(out) if out.is_dir() else out.unlink(missing_ok=True)


def clear_file(out):
    if out.is_file():
        out.unlink()


def directory_or_nothing(out):
    return held(out) if out.is_dir() else {}


def file_or_nothing(out):
    return {out.name: out.read_bytes()} if out.exists() else {}


def check_file_limit(program, folder, arguments, out):
    """No file may grow past a bound: as on a full disk, for whoever may not mount one."""
    limited = ["sh", "-c", 'ulimit -f 8 && exec "$0" "$@"', program, "run", *map(str, arguments)]
    done = subprocess.run(limited, capture_output=True, env=environment(), check=False)
    said = done.stderr.decode(errors="replace")
    require(done.returncode == 5 and out.name in said, f"a bounded file: ended with {done.returncode}: {said}")


def check_full_disk(program, folder, root):
    """Disks of 1, 2, 5 and 10 MB; then there is room, and the run goes on."""
    disk = folder / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, check=False).returncode:
        print("full disks: skipped, nothing can be mounted here")
        return
    try:
        input_file = folder / "many.jsonl"
        make_articles(root, input_file, 12000)
        arguments = [input_file, "--quiet", "--with-text", "--rules", folder / "rules"]
        code, _, said = run(program, ["run", *arguments, "-o", f"{folder / 'roomy'}/", "--part-size", "300K"])
        require(code == 1, f"with room: ended with {code}: {said}")
        wanted = held(folder / "roomy")
        size = sum(map(len, wanted.values()))
        require(size > 10 << 20, f"{size} bytes fit on every disk")
        for megabytes in (1, 2, 5, 10):
            subprocess.run(["mount", "-o", f"remount,size={megabytes}m", disk], check=True)
            code, _, said = run(program, ["run", *arguments, "-o", disk / "records.jsonl"])
            require(code == 5 and "records.jsonl" in said, f"a file on {megabytes} MB: ended with {code}: {said}")
            require(not list(disk.iterdir()), f"a file on {megabytes} MB: left {list(disk.iterdir())}")
            code, _, said = run(program, ["run", *arguments, "-o", f"{disk / 'run'}/", "--part-size", "300K"])
            require(code == 5 and str(disk) in said, f"a directory on {megabytes} MB: ended with {code}: {said}")
            code, told, _ = run(program, ["verify", disk / "run"])
            require(code == 1 and " 0 wrong" in told, f"{megabytes} MB: {told}")
            subprocess.run(["mount", "-o", "remount,size=40m", disk], check=True)
            code, _, said = run(program, ["run", *arguments, "-o", f"{disk / 'run'}/", "--part-size", "300K"])
            require(code == 1, f"with room again: ended with {code}: {said}")
            same(held(disk / "run"), wanted, f"{megabytes} MB, then room")
            shutil.rmtree(disk / "run")
        check_full_database(program, folder, disk, arguments)
    finally:
        subprocess.run(["umount", disk], check=False)
    print("disks of 1, 2, 5 and 10 MB ran full, files and directories: nothing torn, and with room the run went on")


def check_full_database(program, folder, disk, arguments):
    """The same for a database, on a disk that grows under one run."""
    into = lambda out: ["run", *arguments, "-o", out, "--part-size", "300K"]
    code, _, said = run(program, into(folder / "roomy.db"))
    require(code == 1, f"a database with room: ended with {code}: {said}")
    wanted = (folder / "roomy.db").read_bytes()
    size = len(wanted) >> 20
    out = disk / "run.db"
    # On the last but one all rows find room, the full-text index does not.
    for megabytes in (2, size // 2, size - 1, 2 * size + 40):
        subprocess.run(["mount", "-o", f"remount,size={megabytes}m", disk], check=True)
        code, _, said = run(program, into(out))
        if megabytes < size:
            require(code == 5 and "run.db" in said and not out.exists(), f"a database on {megabytes} MB: ended with {code}: {said}")
    require(code == 1 and out.read_bytes() == wanted, f"a database that grew with its disk: ended with {code}: {said}")
    print(f"a disk ran full three times under a database of {size} MB: it went on, every byte the same")


def main():
    if len(sys.argv) < 4:
        fail(__doc__)
    program, root, shim = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        input_file = folder / "articles.jsonl"
        make_articles(root, input_file, 20, bad_each=6)
        rules = make_rules(folder / "rules")
        into = lambda out: [input_file, "--quiet", "--rules", rules, "-o", out]
        parts = [*into(f"{folder / 'run'}/"), "--part-size", "2K"]
        check_file_limit(program, folder, into(folder / "records.jsonl"), folder / "records.jsonl")
        check_file_limit(program, folder, [*into(f"{folder / 'run'}/")], folder / "run")
        clear(folder / "run")
        check_full_disk(program, folder, root)
        if shim == "-":
            print("calls that fail: skipped, nothing can be preloaded into this build")
            return
        check_output(program, shim, folder, into(folder / "records.jsonl"), folder / "records.jsonl", file_or_nothing)
        check_stdout(program, shim, folder, ["run", input_file, "--quiet", "--rules", rules])
        check_output(program, shim, folder, parts, folder / "run", directory_or_nothing)
        check_output(program, shim, folder, [*into(folder / "run.db"), "--part-size", "4K"], folder / "run.db", file_or_nothing)


if __name__ == "__main__":
    main()
