#!/usr/bin/env python3
"""Checks the records of the sample articles against what records promise.

usage: check_records.py CHECK PROGRAM SOURCE_DIR

CHECK is one of:
  expected    the records are samples/expected/records.jsonl, byte for byte
  places      every mention is where its record says, in the cleaned text and in the input
  normal      NFC, NFD and mixed input of one article give the same values
  settings    locale, time zone, environment, working directory, threads and the order of rules
              change no byte
  schema      every record holds against `boctach schema record`
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata



def run(program, *arguments, env=None, cwd=None):
    done = subprocess.run([program, "run", "--quiet", *map(str, arguments)], capture_output=True, env=env, cwd=cwd, check=False)
    if done.returncode != 0:
        sys.exit(f"boctach run ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def records_of(output):
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def fail(message):
    print("FAILED:", message)
    sys.exit(1)


def places_in(value, path="record"):
    """Every object with raw_start in a record, with a path for messages."""
    if isinstance(value, dict):
        if "raw_start" in value:
            yield path, value
        for key, inner in value.items():
            yield from places_in(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places_in(inner, f"{path}[{index}]")


def letters(text):
    """What survives any cleaning: letters and digits, composed, Eth read as the Vietnamese D with stroke."""
    text = unicodedata.normalize("NFC", text).replace("\u00d0", "\u0110").replace("\u00f0", "\u0111")
    return [c for c in text if c.isalnum()]


LOOK_ALIKES = {"А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X", "У": "Y", "І": "I",
               "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X"}


def holds_in_order(wanted, raw):
    import html
    text = html.unescape(raw.decode("utf-8", errors="replace"))
    there = iter(letters("".join(LOOK_ALIKES.get(c, c) for c in text)))
    return all(any(c == other for other in there) for c in letters(wanted))


def input_bytes(samples, record):
    path = samples / record["source"]["path"]
    if "line" not in record["source"]:
        return {None: path.read_bytes()}
    article = json.loads(path.read_bytes().splitlines()[record["source"]["line"] - 1])
    return {key: value.encode("utf-8") for key, value in article.items() if isinstance(value, str)}


def check_places(program, source):
    samples = source / "samples" / "articles"
    checked = 0
    for record in records_of(run(program, "--with-text", samples)):
        raw = input_bytes(samples, record)
        for path, place in places_in(record):
            where = f"{record['id']}: {path}"
            data = raw[place.get("raw_field", record.get("raw_field"))]
            if not 0 <= place["raw_start"] <= place["raw_end"] <= len(data):
                fail(f"{where}: raw place outside the input")
            if place["start"] is None:
                continue
            text = record["text"][place["start"]:place["end"]]
            if "text" in place and text != place["text"]:
                fail(f"{where}: text[start:end] is {text!r}, the mention {place['text']!r}")
            if not holds_in_order(text, data[place["raw_start"]:place["raw_end"]]):
                fail(f"{where}: {text!r} is not in {data[place['raw_start']:place['raw_end']]!r}")
            checked += 1
    if checked < 100:
        fail(f"only {checked} places were checked")
    print(f"{checked} places hold")


def values_of(record):
    """A record without places and spellings of the input."""
    def strip(value):
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k not in ("start", "end", "raw_start", "raw_end", "source", "notes")}
        if isinstance(value, list):
            return [strip(v) for v in value]
        return value
    return strip(record)


def check_normal(program, source):
    samples = sorted((source / "samples" / "articles").glob("*.txt"))
    shuffle = random.Random(5)
    forms = {
        "NFC": lambda t: unicodedata.normalize("NFC", t),
        "NFD": lambda t: unicodedata.normalize("NFD", t),
        "mixed": lambda t: "".join(unicodedata.normalize(shuffle.choice(["NFC", "NFD"]), w) for w in re.split(r"(\s+)", t)),
    }
    results = {}
    for name, form in forms.items():
        with tempfile.TemporaryDirectory() as folder:
            for sample in samples:
                text = sample.read_bytes().decode("utf-8", errors="surrogateescape")
                pathlib.Path(folder, sample.name).write_bytes(form(text).encode("utf-8", errors="surrogateescape"))
            results[name] = [values_of(r) for r in records_of(run(program, folder))]
    for name, result in results.items():
        for record, expected in zip(result, results["NFC"], strict=True):
            if record != expected:
                fail(f"{record['id']}: {name} and NFC input differ:\n{json.dumps(record, ensure_ascii=False)}\n{json.dumps(expected, ensure_ascii=False)}")
    print(f"{len(samples)} articles in {len(forms)} forms")


def shuffled_rules(source, folder):
    """A copy of the rules with the rules inside every pack in another order."""
    shuffle = random.Random(9)
    for path in sorted((source / "rules").rglob("*")):
        target = pathlib.Path(folder, path.relative_to(source / "rules"))
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        head, mark, rules = text.partition("\nrules:\n")
        if path.suffix == ".yaml" and path.name != "main.yaml" and mark:
            rules, *others = re.split(r"(?m)^(?=[a-z])", rules, maxsplit=1)  # vetoes or clean behind the rules
            parts = re.split(r"(?m)^(?=  - id: )", rules)
            body = [p if p.endswith("\n") else p + "\n" for p in parts[1:]]
            shuffle.shuffle(body)
            text = head + mark + parts[0] + "".join(body) + "".join(others)
        target.write_text(text, encoding="utf-8")


def check_settings(program, source):
    samples = source / "samples" / "articles"
    expected = run(program, samples)
    base = {"PATH": os.environ.get("PATH", "")}
    for name, env in {"LANG=C": {**base, "LANG": "C", "LC_ALL": "C"}, "Turkish": {**base, "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
                      "another time zone": {**base, "TZ": "America/Los_Angeles"}, "no environment": {}}.items():
        if run(program, samples, env=env) != expected:
            fail(f"{name}: other bytes")
    if run(program, samples, cwd="/") != expected:
        fail("another working directory: other bytes")
    for jobs in ("1", "2", "4"):
        if run(program, "--jobs", jobs, samples) != expected:
            fail(f"--jobs {jobs}: other bytes")
    if run(program, "--no-gate", samples) != expected:
        fail("--no-gate: other bytes")
    with tempfile.TemporaryDirectory() as folder:
        shuffled_rules(source, folder)
        without_hash = [re.sub(rb'"rules":"xxh3:[0-9a-f]+"', b"", out) for out in (run(program, "--rules", folder, samples), expected)]
        if without_hash[0] != without_hash[1]:
            fail("another order of rules: other bytes")
    print("identical bytes in 10 settings")


def check_expected(program, source):
    expected = (source / "samples" / "expected" / "records.jsonl").read_bytes()
    got = run(program, source / "samples" / "articles")
    # The hash of the rules changes with every comment in them; what was found does not.
    strip = lambda data: re.sub(rb'"rules":"xxh3:[0-9a-f]+"', b'"rules":"xxh3:"', data)
    if strip(got) != strip(expected):
        for mine, theirs in zip(records_of(got), records_of(expected)):
            if {**mine, "rules": ""} != {**theirs, "rules": ""}:
                for key in mine:
                    if key != "rules" and mine.get(key) != theirs.get(key):
                        print(f"{mine['id']}: {key}\n  got      {json.dumps(mine.get(key), ensure_ascii=False)}\n"
                              f"  expected {json.dumps(theirs.get(key), ensure_ascii=False)}")
        fail("the records are not the expected ones; if they are right, write them anew with tests/golden/update.sh")
    print("the expected bytes")


def check_schema(program, source):
    try:
        import jsonschema
    except ImportError:
        fail("python3-jsonschema is missing")
    schema = json.loads(subprocess.run([program, "schema", "record"], capture_output=True, check=True).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    records = records_of(run(program, source / "samples" / "articles")) + records_of(run(program, "--with-text", "--offsets", "utf16", source / "samples" / "articles"))
    for record in records:
        for error in validator.iter_errors(record):
            fail(f"{record['id']}: {error.json_path}: {error.message}")
    for wrong in ({**records[0], "status": "fine"}, {**records[0], "surprise": 1}, {k: v for k, v in records[0].items() if k != "id"}):
        if validator.is_valid(wrong):
            fail("the schema lets a wrong record pass")
    print(f"{len(records)} records hold")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    checks = {"expected": check_expected, "places": check_places, "normal": check_normal, "settings": check_settings, "schema": check_schema}
    checks[sys.argv[1]](sys.argv[2], pathlib.Path(sys.argv[3]).resolve())


main()
