#!/usr/bin/env python3
"""Holds the Vietnamese catalogue against the messages in the sources: none is missing, none is left over, each has the
places {0}, {1}, ... of its English, and nothing that people read is written past it.

usage: check_messages.py ROOT [--list]
"""

import pathlib
import re
import sys

LITERALS = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Where English stands in the sources, as a literal that is shown as it is.
PLACES = [
    re.compile(r"\bsay\(\s*" + LITERALS + r"[,)]"),
    re.compile(r"(?:UsageError|InputError|OutputError|RulesError)\(\s*" + LITERALS + r"\)"),
    re.compile(r"constexpr const char\* usage =\s*" + LITERALS + ";"),
    re.compile(r"constexpr const char\* no_look = \s*" + LITERALS + ";"),
    re.compile(r"options\.add(?:_many)?\(\s*\"[^\"]*\",\s*\"[^\"]*\",\s*" + LITERALS + r"\)"),
    re.compile(r"ObjectKind::\w+,\s*" + LITERALS + ","),
    re.compile(r"\b(?:wrong_kind|scalar)\(\w+, spec, " + LITERALS + r"\)"),
    re.compile(r"key\(\"[a-z]+\", Kind::\w+, " + LITERALS + r"\)\.required\("),
    re.compile(r"key\(\"text\", Kind::Text, " + LITERALS + r"\);"),
    re.compile(r"\{\"[a-z-]+(?: [a-z]+)?\", \"[^\"]*\", " + LITERALS + r", \w+_command\}"),
]
# Where people read what is streamed out: every word of it is said. Mark-up, roff and names are the same in every language.
STREAMS = re.compile(r"(?:std::cout|std::cerr|output_) <<[^;]*;", re.S)
NO_WORDS = re.compile(r"boctach|BOCTACH|json|y/n/s/q|<[^>]*(?:>|$)|class=|\\x1b\[[0-9;]*m|\.(?:TP|PP|SH|TH BOCTACH|B|I|RI|nf|fi)\b|\\\\f[IR]")
SAID = re.compile(r"\bsay\(\s*" + LITERALS)
CALL = re.compile(r"\b(?:report|tell|diagnose|suggest)\(")


def plain(literals):
    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), "".join(STRING.findall(literals)))
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


def arguments(text, at):
    """The arguments of a call whose bracket stands before `at`."""
    found, begin, depth = [], at, 0
    while at < len(text):
        c = text[at]
        if c == '"':
            at = STRING.match(text, at).end()
            continue
        if c == "'" and re.match(r"'(?:[^'\\]|\\.)'", text[at:]):
            at += re.match(r"'(?:[^'\\]|\\.)'", text[at:]).end()
            continue
        if c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                return found + [text[begin:at]]
            depth -= 1
        elif c == "," and depth == 0:
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    return found


def messages(root):
    all_messages = {"error", "warning", "note"}
    for path in sorted(pathlib.Path(root, "pipeline").rglob("*.cpp")) + sorted(pathlib.Path(root, "pipeline").rglob("*.h")):
        text = path.read_text(encoding="utf-8")
        for place in PLACES:
            all_messages.update(plain(match[1]) for match in place.finditer(text))
        for call in CALL.finditer(text):
            for argument in arguments(text, call.end())[1:]:
                for literal in re.findall(r"^\s*" + LITERALS + r"\s*$", argument) + re.findall(
                    r"[?:]\s*" + LITERALS + r"\s*(?=:|$)", argument
                ):
                    words = plain(literal)
                    if " " in words.strip() and not re.match(r"^[EWN]\d+$", words):
                        all_messages.add(words)
    return {message for message in all_messages if message}


def unsaid(root):
    """English that is streamed out without being said."""
    floors = [pathlib.Path(root, "pipeline", floor) for floor in ("app", "formats", "flow")]
    for path in sorted(path for floor in floors for path in floor.glob("*.cpp")):
        # A record, a schema and a script are the same in every language; `clean --map` and `complete` are for tools.
        if path.name in ("completion_command.cpp", "clean_command.cpp"):
            continue
        for stream in STREAMS.finditer(path.read_text(encoding="utf-8").replace("'\"'", "''")):
            for literal in STRING.findall(SAID.sub("say(", stream[0])):
                if re.search("[A-Za-z]{2}", NO_WORDS.sub("", literal)):
                    yield path.name, literal


def catalogue(root):
    text = pathlib.Path(root, "pipeline/text/messages/vi.txt").read_text(encoding="utf-8")
    text = re.sub(r"^\s*//.*$", "", text, flags=re.M)
    return {plain(a): plain(b) for a, b in re.findall(r"\{\s*" + LITERALS + r",\s*" + LITERALS + r",?\s*\}", text)}


def main():
    root = sys.argv[1]
    wanted = messages(root)
    if "--list" in sys.argv:
        for message in sorted(wanted):
            print(repr(message))
        return 0
    known = catalogue(root)
    wrong = 0
    for message in sorted(wanted - known.keys()):
        wrong += 1
        print("no translation of", repr(message))
    for message in sorted(known.keys() - wanted):
        wrong += 1
        print("no such message in the sources:", repr(message))
    for message, translation in sorted(known.items()):
        if set(re.findall(r"\{\d\}", message)) != set(re.findall(r"\{\d\}", translation)):
            wrong += 1
            print("other places than its English:", repr(message))
    for name, literal in unsaid(root):
        wrong += 1
        print(f"{name} writes without say():", literal)
    print(f"{len(wanted)} messages, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
