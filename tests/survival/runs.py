"""What the checks of runs share: articles made from those of samples/, small rules, and running the program."""
import json
import os
import pathlib
import random
import re
import subprocess
import sys

PACK = """format: 1
pack: test.numbers
records:
  number: {array: numbers, as: mentions, order: 1, fields: {value: string}}
rules:
  - id: number
    label: number
    pattern: 'ngày (?P<value>[0-9]+)'
    fields: {value: string}
    examples: [{text: 'ra ⟦ngày 3⟧'}]
    counterexamples: [{text: 'con số'}]
"""


def fail(message):
    print("FAILED:", message)
    sys.exit(1)


def require(holds, message):
    if not holds:
        fail(message)


def make_articles(root, path, count, seed=20210409, bad_each=37):
    """Paragraphs of the samples in any order, their long numbers changed; every so often a line that is no article."""
    paragraphs = []
    for file in sorted(pathlib.Path(root, "samples/articles").glob("0[1-8]*.txt")):
        paragraphs += [line for line in file.read_text(encoding="utf-8").splitlines() if len(line.encode()) > 40]
    lots = random.Random(seed)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(1, count + 1):
            if bad_each and number % bad_each == 0:
                out.write(lots.choice(["no article\n", "\n", '{"id": "x"}\n', '{"text": "a"\n']))
                continue
            text = "\n".join(lots.choices(paragraphs, k=lots.randint(1, 4)))
            text = re.sub(r"\d{3,}", lambda m: m[0][:2] + "".join(lots.choices("0123456789", k=len(m[0]) - 2)), text)
            out.write(json.dumps({"id": f"bai-{number}", "title": f"Bài {number}", "text": text}, ensure_ascii=False) + "\n")


def make_rules(folder):
    """A rule set of one rule: where starting the program is most of the work."""
    folder.mkdir()
    (folder / "main.yaml").write_text("format: 1\nfilters: [nfc]\npacks:\n  - pack.yaml\n", encoding="utf-8")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    return folder


def held(folder):
    """The bytes of a directory by name. What is being written and the lock are not of the run."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.name != "lock" and not p.name.endswith(".part")}


def environment(shim=None, fault=None, hit=None):
    env = {k: v for k, v in os.environ.items() if not k.startswith("BOCTACH_")}
    env["LC_ALL"] = "C"
    if shim and fault:
        env.update(LD_PRELOAD=str(shim), BOCTACH_FAULT=fault, BOCTACH_FAULT_HIT=str(hit))
    return env


def start(program, arguments, env=None):
    return subprocess.Popen([program, "run", *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                            env=env or environment())


def run(program, arguments, env=None):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, env=env or environment(), check=False)
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def same(now, wanted, what):
    require(now.keys() == wanted.keys(), f"{what}: files {sorted(now)} instead of {sorted(wanted)}")
    for name in wanted:
        require(now[name] == wanted[name], f"{what}: {name} is not what an undisturbed run writes")
