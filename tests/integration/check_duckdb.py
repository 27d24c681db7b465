#!/usr/bin/env python3
"""Runs the statement of OUTPUTS.md that makes Parquet of records with DuckDB, over the records of the samples: it is the one
the program prints, every record and mention arrives, and every column has the type that was written.

usage: check_duckdb.py PROGRAM ROOT FOLDER

DuckDB is installed from npm into FOLDER, once. Ends with 77, which is "skipped", where node, npm or the network is missing.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PACKAGE = "@duckdb/node-api@1.5.2-r.2"
SECONDS = 240

# Reads a list of statements, runs them, prints the rows of each.
RUNNER = """
const duckdb = require('@duckdb/node-api');
const statements = JSON.parse(require('fs').readFileSync(0, 'utf8'));
(async () => {
  const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  const answers = [];
  for (const statement of statements) answers.push((await connection.runAndReadAll(statement)).getRowsJson());
  console.log(JSON.stringify(answers));
})().catch(error => { console.error(String(error)); process.exit(1); });
"""


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def install(folder):
    if shutil.which("node") is None or shutil.which("npm") is None:
        skip("node and npm are not installed")
    if (folder / "node_modules/@duckdb/node-api").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        skip("the npm registry did not answer in time")
    if done.returncode != 0:
        skip("the npm registry was not reached")


def statements_of(document):
    """The one block of SQL in it that copies into Parquet, and one that reads it."""
    blocks = re.findall(r"```sql\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)
    found = [block for block in blocks if "parquet" in block]
    assert len(found) == 2 and found[0].startswith("COPY "), f"{document.name} has {len(found)} statements about Parquet"
    return found


def count(records, array):
    """Mentions of an array, and the sum of where they stand."""
    mentions = []
    for record in records:
        for item in record.get(array, []):
            mentions += item.get("mentions", [item])
    return [len(mentions), sum(mention["raw_end"] - mention["raw_start"] for mention in mentions)]


def ask(array, items):
    mention = f"unnest({array}) AS i(item)" + (", unnest(i.item.mentions) AS m(mention)" if items else "")
    at = "m.mention" if items else "i.item"
    return f"SELECT count(*)::INTEGER, coalesce(sum({at}.raw_end - {at}.raw_start), 0)::INTEGER FROM 'records.parquet', {mention}"


def main():
    program, root, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    install(folder)
    statement, example = statements_of(root / "OUTPUTS.md")
    wrong = []
    if statement != subprocess.run([program, "schema", "duckdb"], capture_output=True, text=True, check=True).stdout:
        wrong.append("OUTPUTS.md does not have the statement that `boctach schema duckdb` prints")
    with tempfile.TemporaryDirectory() as scratch:
        lines = subprocess.run(
            [program, "run", "-q", "--json", "--with-text", root / "samples/articles"], capture_output=True, text=True, check=True
        ).stdout
        # An article that cannot be read has other keys.
        bad = pathlib.Path(scratch, "bad.jsonl")
        bad.write_text("no json\n", encoding="utf-8")
        lines += subprocess.run([program, "run", "-q", "--json", bad], capture_output=True, text=True).stdout
        records = [json.loads(line) for line in lines.splitlines()]
        pathlib.Path(scratch, "records.jsonl").write_text(lines, encoding="utf-8")
        arrays = {"dates": False, "documents": True, "people": True, "campaigns": True}
        questions = [statement, "SELECT count(*)::INTEGER FROM 'records.parquet'"]
        questions += [ask(array, items) for array, items in arrays.items()]
        questions += ["DESCRIBE SELECT * FROM 'records.parquet'", "SELECT id, title FROM 'records.parquet' ORDER BY id", example]
        runner = folder / "run_statements.js"
        runner.write_text(RUNNER, encoding="utf-8")
        done = subprocess.run(
            ["node", str(runner)], input=json.dumps(questions), cwd=scratch, capture_output=True, text=True, timeout=SECONDS
        )
    if done.returncode != 0:
        print(done.stderr)
        sys.exit(1)
    answers = json.loads(done.stdout)
    if answers[1] != [[len(records)]]:
        wrong.append(f"{answers[1]} rows of {len(records)} records")
    for array, answer in zip(arrays, answers[2:6]):
        if answer != [count(records, array)]:
            wrong.append(f"{array}: {answer}, not {count(records, array)}")
    # Parquet knows JSON as text.
    types = {name: kind for name, kind, *_ in answers[6]}
    for name, kind in re.findall(r"^  \"(\w+)\": '(.*)',?$", statement, re.MULTILINE):
        plain = [text.replace('"', "").replace("JSON", "VARCHAR") for text in (kind, types.get(name, "missing"))]
        if plain[0] != plain[1]:
            wrong.append(f"{name} is {types.get(name)}, not {kind}")
    if answers[7] != sorted([[record["id"], record.get("title")] for record in records], key=lambda row: row[0].encode()):
        wrong.append("ids and titles are not those of the records")
    if not answers[8]:
        wrong.append("the example finds nothing")
    for line in wrong:
        print(line)
    print(f"{len(records)} records, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
