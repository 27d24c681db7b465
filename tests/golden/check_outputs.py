#!/usr/bin/env python3
"""Runs the SQL that OUTPUTS.md shows for SQLite over the samples: every statement is one the database understands, and the
views have rows.

usage: check_outputs.py PROGRAM ROOT
"""

import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile


def main():
    program, root = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    text = (root / "OUTPUTS.md").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"```sql\n(.*?)```", text, re.DOTALL) if "parquet" not in block]
    asked = 0
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch, "records.db")
        subprocess.run([program, "run", "-q", "--with-text", root / "samples/articles", "-o", path], check=True)
        database = sqlite3.connect(path)
        for block in blocks:
            for statement in re.sub(r"--.*", "", block).split(";"):
                if not statement.strip():
                    continue
                rows = database.execute(statement).fetchall()
                assert rows or "MATCH" in statement, f"no rows: {statement}"
                asked += 1
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.close()
    print(f"{asked} statements of OUTPUTS.md hold")
    assert asked >= 4


if __name__ == "__main__":
    main()
