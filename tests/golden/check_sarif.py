#!/usr/bin/env python3
"""What `rules check --format sarif` prints for every bad rule folder is SARIF 2.1.0: the properties that its schema wants
are there, are of the kind it wants and agree with each other, and with `--format json`.

usage: check_sarif.py PROGRAM ROOT
"""

import json
import pathlib
import subprocess
import sys
import urllib.parse

import jsonschema

# The part of the schema that is used here, strict: nothing but what it knows. (SARIF 2.1.0, sections 3.13 to 3.30.)
MESSAGE = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": {"type": "string", "minLength": 1}}}
COUNT = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endColumn"],
    "additionalProperties": False,
    "properties": {"startLine": COUNT, "startColumn": COUNT, "endColumn": COUNT},
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~%/:-]+$"}},
                },
                "region": REGION,
            },
        }
    },
}
RULE = {"type": "object", "required": ["id"], "additionalProperties": False, "properties": {"id": {"type": "string"}, "shortDescription": MESSAGE}}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results", "columnKind"],
    "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "additionalProperties": False,
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name"],
                    "additionalProperties": False,
                    "properties": {
                        "name": {"const": "boctach"},
                        "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
                        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                    },
                }
            },
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://json.schemastore.org/sarif-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": RUN},
    },
}


def printed(program, folder, form):
    command = [program, "rules", "check", str(folder), "--format", form, "--notes", "--lang", "en"]
    for over in ("over", "over-that"):
        if (folder / over).is_dir():
            command += ["--rules", str(folder / over)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)


def wrong_of(program, folder):
    log = printed(program, folder, "sarif")
    for error in jsonschema.Draft7Validator(LOG).iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
    run = log["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    told = printed(program, folder, "json")
    if len(told) != len(run["results"]):
        yield f"{len(run['results'])} results, {len(told)} in JSON"
    for result, same in zip(run["results"], told):
        if ids[result["ruleIndex"]] != result["ruleId"]:
            yield f"ruleIndex {result['ruleIndex']} is not {result['ruleId']}"
        if (result["ruleId"], result["level"]) != (same["code"], same["severity"]):
            yield f"{result['ruleId']} is {same['code']} in JSON"
        for location in result.get("locations", []):
            place = location["physicalLocation"]
            uri = place["artifactLocation"]["uri"]
            path = pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))
            if not path.is_file():
                yield f"no file {uri}"
            elif "region" in place and place["region"]["startLine"] > len(path.read_bytes().splitlines()):
                yield f"{uri} has no line {place['region']['startLine']}"


def main():
    program, root = sys.argv[1:3]
    folders = sorted(path for path in pathlib.Path(root, "tests/rules/bad").iterdir() if path.is_dir())
    wrong = [f"{folder.name}: {words}" for folder in folders for words in wrong_of(program, folder)]
    for line in wrong:
        print(line)
    print(f"{len(folders)} folders, {len(wrong)} wrong")
    return 1 if wrong or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
