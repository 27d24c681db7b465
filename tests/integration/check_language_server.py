#!/usr/bin/env python3
"""Drives the YAML language server that editors use (VS Code's) over the shipped rules: keys are offered and explained, a
wrong one is underlined, and the shipped files are clean.

usage: check_language_server.py ROOT FOLDER

The server is installed into FOLDER, once. Ends with 77, which is "skipped", where node, npm or the network is missing.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import threading

PACKAGE = "yaml-language-server@1.15.0"
SECONDS = 60


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def server_in(folder):
    if shutil.which("node") is None or shutil.which("npm") is None:
        skip("node and npm are not installed")
    server = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
    if not server.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            skip("the npm registry did not answer in time")
        if done.returncode != 0:
            skip("the npm registry was not reached")
    return server


class Client:
    """One conversation with the server, JSON-RPC over its standard streams."""

    def __init__(self, server):
        self.process = subprocess.Popen(["node", str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.answers = {}
        self.diagnostics = {}
        self.news = threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def listen(self):
        while True:
            size = 0
            while (line := self.process.stdout.readline().strip()) != b"":
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            if size == 0:
                return
            self.take(json.loads(self.process.stdout.read(size)))

    def take(self, message):
        if message.get("method") == "workspace/configuration":
            yaml = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
            settings = [yaml if item.get("section") == "yaml" else None for item in message["params"]["items"]]
            self.send({"id": message["id"], "result": settings})
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        with self.news:
            if message.get("method") == "textDocument/publishDiagnostics":
                self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
            elif "method" not in message:
                self.answers[message["id"]] = message.get("result")
            self.news.notify_all()

    def ask(self, method, parameters):
        self.number += 1
        number = self.number
        self.send({"id": number, "method": method, "params": parameters})
        with self.news:
            if not self.news.wait_for(lambda: number in self.answers, SECONDS):
                raise RuntimeError(f"no answer to {method}")
            return self.answers.pop(number)

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def open(self, uri, text):
        """Opens a file; what the server finds wrong with it."""
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        with self.news:
            if not self.news.wait_for(lambda: uri in self.diagnostics, SECONDS):
                raise RuntimeError(f"no diagnostics of {uri}")
            return self.diagnostics[uri]


def at(uri, text, needle, behind=0):
    before = text[: text.index(needle) + behind]
    return {"textDocument": {"uri": uri}, "position": {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}}


def main():
    rules = pathlib.Path(sys.argv[1]).resolve() / "rules"
    client = Client(server_in(pathlib.Path(sys.argv[2]).resolve()))
    client.ask(
        "initialize",
        {
            "processId": None,
            "rootUri": rules.as_uri(),
            "capabilities": {
                "workspace": {"configuration": True},
                "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}, "hover": {"contentFormat": ["markdown"]}},
            },
        },
    )
    client.tell("initialized", {})
    client.tell("workspace/didChangeConfiguration", {"settings": {}})
    wrong = []

    for path in sorted(rules.glob("*.yaml")):
        for diagnostic in client.open(path.as_uri(), path.read_text(encoding="utf-8")):
            wrong.append(f"{path.name}:{diagnostic['range']['start']['line'] + 1}: {diagnostic['message']}")

    # A new file beside them, with the modeline they have.
    uri = (rules / "language-server-test.yaml").as_uri()
    text = (
        "# yaml-language-server: $schema=schema/rules-1.schema.json\nformat: 1\npack: my.x\nrules:\n"
        "  - id: x\n    label: x\n    priority: 3\n    pattern: 'x'\n    contxt: []\n    \n"
    )
    messages = [diagnostic["message"] for diagnostic in client.open(uri, text)]
    if not any("contxt" in message for message in messages):
        wrong.append(f"an unknown key was not told: {messages}")

    found = client.ask("textDocument/completion", at(uri, text, "    contxt: []\n    ", len("    contxt: []\n    ")))
    items = {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found)}
    for key in ("context", "except", "fields", "examples"):
        if key not in items:
            wrong.append(f"'{key}' was not offered, only {sorted(items)[:40]}")
        elif not items[key].get("documentation"):
            wrong.append(f"'{key}' was offered without a word about it")

    # Hovering asks about a file that holds, as the shipped ones do.
    documents = rules / "documents.yaml"
    for key, words in (("priority", "higher wins"), ("pattern", "regular expression"), ("counterexamples", "find nothing")):
        hover = client.ask("textDocument/hover", at(documents.as_uri(), documents.read_text(encoding="utf-8"), f"    {key}:", 6))
        if hover is None or words not in json.dumps(hover["contents"]):
            wrong.append(f"hovering over '{key}' shows {hover}")

    client.process.kill()
    for line in wrong:
        print(line)
    print(f"{len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
