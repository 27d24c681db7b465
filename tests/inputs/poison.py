#!/usr/bin/env python3
"""Inputs that somebody, or a broken disk, made to hurt. Writes them into a folder and says, as JSON, what each must come
to: "ok" (a record), the beginning of a code (an error record), "any" of these, "none" (no article in it), or several that must all be there.

usage: poison.py FOLDER
"""
import bz2
import gzip
import io
import json
import lzma
import os
import pathlib
import socket
import sqlite3
import sys
import tarfile
import zipfile

import frames
from check_same import tarred, zipped

TEXT = "Sáng 5/3, UBND xã Đồng Lạc họp bàn Kế hoạch số 14/KH-UBND.\n".encode()
LINE = json.dumps({"id": "a", "text": TEXT.decode()}).encode() + b"\n"

BAD_UTF8 = {
    "continuation-first": b"\x80", "continuation-last": b"\xBF", "continuations": b"\x80\xBF\x80\xBF\x80\xBF\x80",
    "overlong-2": b"\xC0\x80", "overlong-slash": b"\xC0\xAF", "overlong-c1": b"\xC1\xBF", "overlong-3": b"\xE0\x80\x80", "overlong-3-last": b"\xE0\x9F\xBF",
    "overlong-4": b"\xF0\x80\x80\x80", "overlong-4-last": b"\xF0\x8F\xBF\xBF", "surrogate-high": b"\xED\xA0\x80", "surrogate-low": b"\xED\xBF\xBF",
    "surrogate-pair": b"\xED\xA1\x8C\xED\xBE\xB4", "past-unicode": b"\xF4\x90\x80\x80", "lead-f5": b"\xF5\x80\x80\x80", "five-bytes": b"\xF8\x88\x80\x80\x80",
    "six-bytes": b"\xFC\x84\x80\x80\x80\x80", "fe": b"\xFE", "ff": b"\xFF", "cut-2": b"\xC4", "cut-3": b"\xE1\xBB", "cut-4": b"\xF0\x9F\x98",
    "cut-row": b"\xC4\xE1\xBB\xF0\x9F\x98\xC4", "latin": b"S\xE1ng \xF4ng", "tcvn": b"\xA7\xE5ng L\xB9c", "all-bytes": bytes(range(256)),
}

CODE_POINTS = {
    "bidi": "\u202A\u202B\u202D\u202E\u202C\u2066\u2067\u2068\u2069\u200E\u200F\u061C", "open-overrides": "\u202E" * 5000, "isolates": "\u2067" * 100000,
    "bom": "\uFEFF", "boms": "\uFEFF" * 100, "noncharacters": "\uFFFE\uFFFF\uFDD0\U0001FFFE\U0010FFFF", "private": "\uE000\uF8FF\U000F0000\U000F0001\U0010FFFD",
    "tags": "\U000E0001\U000E0041\U000E007F", "variations": "a\uFE0F\U000E0100" * 50, "joiners": "đ\u200D" * 5000, "separators": "\u2028\u2029\u0085\x0b\x0c",
    "controls": "".join(map(chr, range(1, 32))), "c1": "".join(map(chr, range(0x80, 0xA0))), "null": "\0", "nulls": "\0" * 100000, "emoji": "👨‍👩‍👧‍👦" * 500,
    "hangul": "\u1112\u1161\u11AB" * 5000, "marks": "\u0300\u0301\u0323\u031B" * 20000, "mixed-marks": ("e" + "\u0323\u0302\u0301" * 9) * 2000,
    "one-letter": "a" * 1000000, "one-line": "từ " * 200000, "digits": "1" * 300000, "slashes": "1/" * 100000, "newlines": "\n" * 300000, "spaces": " " * 300000,
    "tags-open": "<div>" * 20000, "entities": "&amp;" * 30000, "half-entities": "&#x" * 30000, "brackets": "([{“" * 20000, "quotes": "\"'" * 50000,
}

JSON = {
    "high": rb'{"text":"a\ud800b"}', "low": rb'{"text":"a\udc00b"}', "reversed": rb'{"text":"\udc00\ud800"}', "half": rb'{"text":"\ud800\u0041"}',
    "cut-escape": rb'{"text":"\u12"}', "bad-escape": rb'{"text":"\q"}', "no-object": b"[1,2]", "null": b"null", "number": b"12", "string": b'"text"', "word": b"text",
    "open-object": b'{"text":"a"', "open-string": b'{"text":"a', "open-key": b'{"te', "brace": b"{", "two": b'{"text":"a"}{"text":"b"}', "behind": b'{"text":"a"} x',
    "single-quotes": b"{'text':'a'}", "comment": b'{"text":"a"/*c*/}', "no-colon": b'{"text" "a"}', "bare-key": b'{text:"a"}', "nan": b'{"id":NaN,"text":"a"}',
    "depth-65": b'{"x":' + b"[" * 64 + b"]" * 64 + b',"text":"a"}', "depth-thousand": b'{"x":' + b'{"a":' * 1000 + b"1" + b"}" * 1001,
    "depth-million": b"[" * 1000000, "depth-objects": b'{"a":' * 300000, "binary": bytes(range(1, 10)) + bytes(range(11, 256)), "number-key": b'{1:"text"}',
}
JSON_CODES = {"depth-65": "E908", "depth-thousand": "E908", "depth-million": "E908", "depth-objects": "E908", "binary": "E903"}
GOOD_JSON = {
    "zero": rb'{"text":"a\u0000b"}', "zero-id": rb'{"id":"\u0000","text":"a"}', "huge-number": b'{"id":1e99999,"text":"a"}', "long-number": b'{"id":' + b"9" * 5000 + b',"text":"a"}',
    "twice": b'{"text":"a","text":"b","id":1,"id":2}', "long-key": b'{"' + b"k" * 1000000 + b'":1,"text":"a"}', "many-keys": b"{" + b"".join(b'"k%d":%d,' % (i, i) for i in range(50000)) + b'"text":"a"}',
    "depth-64": b'{"x":' + b"[" * 63 + b"]" * 63 + b',"text":"a"}', "empty-text": b'{"text":""}', "bom": b'\xEF\xBB\xBF{"text":"a"}', "escapes": b'{"text":"' + rb"\u0111" * 100000 + b'"}',
    "spaces": b" " * 100000 + b'{"text":"a"}', "brackets-in-text": b'{"text":"' + b"[" * 1000 + b'"}', "odd-dates": b'{"published":"0000-00-00","text":"a"}', "text-null": b'{"text":null,"title":"t"}',
}


def texts():
    for name, bad in BAD_UTF8.items():
        yield f"utf8-{name}.txt", TEXT + bad + TEXT, "ok"
        yield f"utf8-end-{name}.txt", TEXT + bad, "ok"
        yield f"utf8-{name}.jsonl", b'{"text":"' + bad.replace(b"\n", b"").replace(b'"', b"").replace(b"\\", b"") + b'"}\n' + LINE, ["E903", "ok"]
        yield f"utf8-{name}.csv", b"id,text\n1,x" + bad.replace(b"\n", b"").replace(b'"', b"").replace(b",", b"") + b"\n2,y\n", "ok"
    for name, odd in CODE_POINTS.items():
        yield f"odd-{name}.txt", TEXT + odd.encode() + TEXT, "ok"
        yield f"odd-{name}.jsonl", json.dumps({"id": odd[:50], "title": odd[:2000], "text": odd, "author": odd[:50]}).encode(), "ok"
    yield "marks-10-mb.txt", b"e" + "\u0301".encode() * 5000000, "E907"
    yield "marks-3-mb.txt", b"e" + "\u0301".encode() * 1500000, "ok"
    yield "marks-10-mb.jsonl", b'{"text":"' + "\u0323".encode() * 5000000 + b'"}', "E907"
    yield "17-mib.txt", b"a" * (17 << 20), "E906"
    yield "17-mib.jsonl", b'{"text":"' + b"a" * (17 << 20) + b'"}\n' + LINE, ["E906", "ok"]
    yield "65-mib-line.jsonl", b'{"text":"' + b"a" * (65 << 20) + b'"}\n' + LINE, ["E905", "ok"]
    for name, form in (("le", "utf-16-le"), ("be", "utf-16-be")):
        mark = "\uFEFF".encode(form)
        for ending in ("txt", "jsonl", "csv"):
            yield f"utf16-{name}.{ending}", mark + LINE.decode().encode(form), "ok" if ending == "txt" else "E909"
    for byte in (0, 9, 10, 13, 26, 32, 34, 60, 65, 91, 92, 123, 127, 128, 192, 255):
        yield f"byte-{byte}.txt", bytes([byte]), "ok"
    for byte in (0, 34, 65, 91, 123, 255):
        yield f"byte-{byte}.jsonl", bytes([byte]), "E903" if byte == 255 else "E902"
    yield "empty.txt", b"", "ok"
    for ending in ("jsonl", "ndjson", "csv", "tsv"):
        yield f"empty.{ending}", b"", "none"


def lines():
    for name, bad in JSON.items():
        yield f"json-{name}.jsonl", bad + b"\n" + LINE, [JSON_CODES.get(name, "E902"), "ok"]
    for name, good in GOOD_JSON.items():
        yield f"json-{name}.jsonl", good + b"\n" + LINE, "ok"
    yield "json-empty-object.jsonl", b"{}\n", "E904"
    yield "json-empty-lines.jsonl", b"\n \n\t\n" + LINE, ["E901", "ok"]
    yield "json-returns.jsonl", LINE.replace(b"\n", b"\r"), "ok"


def tables():
    head = b"id,text\n"
    yield "csv-open-quote.csv", head + b'1,"a\n2,b\n3,c\n', ["E920", "ok"]
    yield "csv-open-quote-last.csv", head + b'1,a\n2,"', ["E920", "ok"]
    yield "csv-open-quote-in-header.csv", b'id,"text\n1,a\n', "E920"
    yield "csv-open-quote-large.csv", head + b'1,"a\n' + b"2,b\n" * 20000, ["E920", "ok"]
    yield "csv-behind-quote.csv", head + b'1,"a"b\n2,c\n', ["E921", "ok"]
    yield "csv-many-bad-quotes.csv", head + b'1,"a"b\n' * 2000 + b"2,c\n", ["E921", "ok"]
    yield "csv-quotes-alone.csv", head + b'"""\n' * 3001, "E92"
    yield "csv-inner-quote.csv", head + b'1,5" pipe\n', "ok"
    yield "csv-more.csv", head + b"1,a,b\n2,c\n", ["E922", "ok"]
    yield "csv-less.csv", head + b"1\n2,c\n", ["E922", "ok"]
    yield "csv-no-text.csv", b"id,words\n1,a\n", "E904"
    yield "csv-header-alone.csv", b"id,text", "none"
    yield "csv-nulls.csv", head + b"1,\0\0\0\n", "ok"
    yield "csv-returns.csv", b"id,text\r1,a\r2,b\r", "E924"
    yield "csv-empty-lines.csv", head + b"\n\r\n\n1,a\n\n", "ok"
    yield "csv-columns.csv", b"text," + b"x," * 20000 + b"id\na," + b"," * 20000 + b"1\n", "ok"
    yield "csv-twice.csv", b"text,text\na,b\n", "ok"
    yield "csv-65-mib-row.csv", head + b"1," + b"a" * (65 << 20) + b"\n2,b\n", ["E905", "ok"]
    yield "csv-17-mib-value.csv", head + b'1,"' + b"a" * (17 << 20) + b'"\n2,b\n', ["E906", "ok"]
    yield "tsv-as-csv.tsv", b"id,text\n1,a\n", "E904"


def streams():
    for kind, compress in frames.KINDS.items():
        whole = compress(LINE * 3000)
        for part in (0, 1, 5, 9, len(whole) // 3, len(whole) // 2, len(whole) - 9, len(whole) - 1):
            # Of bytes that do not even begin a stream the name alone speaks.
            yield f"cut-{part}.jsonl.{kind}", whole[:part], "E91"
        yield f"second-cut.jsonl.{kind}", compress(LINE) + whole[: len(whole) // 2], ["E910", "ok"]
        yield f"cut.txt.{kind}", compress(TEXT * 100)[:-3], "E910"
        yield f"behind.jsonl.{kind}", compress(LINE) + b"behind", ["E911", "ok"]
        yield f"zeros-behind.jsonl.{kind}", compress(LINE) + bytes(512), "ok"
        yield f"no-stream.jsonl.{kind}", LINE, "E911"
        yield f"empty-stream.txt.{kind}", compress(b""), "ok"
        if kind in ("gz", "bz2", "xz"):
            middle = bytearray(whole)
            middle[len(whole) // 2] ^= 0x55
            yield f"flipped.jsonl.{kind}", bytes(middle), "E911"
    last = bytearray(gzip.compress(TEXT))
    last[-6] ^= 1
    yield "wrong-sum.txt.gz", bytes(last), "E911"
    yield "bomb.txt.gz", gzip.compress(bytes(30 << 20)), "E912"
    yield "bomb.jsonl.gz", gzip.compress(bytes(30 << 20)), "E912"
    yield "bomb.jsonl.xz", lzma.compress(bytes(30 << 20)), "E912"
    yield "bomb.jsonl.bz2", bz2.compress(bytes(30 << 20)), "E912"
    yield "bomb.jsonl.zst", frames.zstd(b"a", 1 << 34), "E912"
    data = LINE
    for _ in range(12):
        data = gzip.compress(data)
    yield "twelve-times.jsonl.gz", data, "E9"


def archives():
    texts_of = {"a.txt": TEXT, "b.txt": TEXT}
    for name in ("../../x.txt", "/etc/x.txt", "..\\..\\x.txt", "C:\\x.txt", "a/../../../x.txt", "./././x.txt", "a//b///x.txt", "x\n\x1b[2Jy.txt", "đ\u202Ex.txt", "Đồng Lạc/họp bàn.txt", "\U0001F600.txt", "a" * 5000 + ".txt", "a/" * 2000 + "x.txt"):
        yield f"names-{len(name)}-{abs(hash(name)) % 1000}.zip", zipped({name: TEXT}), "ok"
        yield f"names-{len(name)}-{abs(hash(name)) % 1000}.tar", tarred({name: TEXT}), "ok"
    yield "names-nothing.tar", tarred({"..": TEXT, ".": TEXT}), "none"
    whole = zipped({f"{i}.txt": os.urandom(200) + TEXT for i in range(20)})
    for part in (0, 1, 4, 30, len(whole) // 3, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        yield f"cut-{part}.zip", whole[:part], ["E913"] if part <= len(whole) // 2 else "any"
    tar = tarred({f"{i}.txt": TEXT for i in range(20)})
    for part in (0, 1, 300, 513, 5000, 10000):
        yield f"cut-{part}.tar", tar[:part], "any" if part in (0, 5000, 10000) else "E913"
    for position in (10, 40, 200, len(whole) // 2, len(whole) - 100, len(whole) - 12):
        flipped = bytearray(whole)
        flipped[position] ^= 0xFF
        yield f"flipped-{position}.zip", bytes(flipped), "any"
    wrong = bytearray(zipped(texts_of, zipfile.ZIP_STORED))
    wrong[wrong.index(TEXT) + 3] ^= 1
    yield "wrong-sum.zip", bytes(wrong), ["E913", "ok"]
    locked = bytearray(zipped(texts_of))
    for beginning in (b"PK\x03\x04", b"PK\x01\x02"):
        locked[locked.index(beginning) + (6 if beginning[2] == 3 else 8)] |= 1
    yield "locked.zip", bytes(locked), ["E913", "ok"]
    yield "bomb.zip", zipped({"a.txt": TEXT, "bomb.jsonl": bytes(30 << 20), "b.txt": TEXT}), ["E912", "ok"]
    yield "bombs.zip", zipped({f"{i}.txt": bytes(4 << 20) for i in range(20)}), "E912"
    yield "bomb.tar.gz", gzip.compress(tarred({"a.txt": TEXT, "bomb.txt": bytes(30 << 20)})), ["E912", "ok"]
    yield "nested-2.zip", zipped({"inner.zip": zipped(texts_of)}), "ok"
    yield "nested-3.zip", zipped({"inner.zip": zipped({"innermost.zip": zipped(texts_of)}), "a.txt": TEXT}), ["E917", "ok"]
    yield "nested-3.tar", tarred({"inner.tgz": gzip.compress(tarred({"innermost.tar": tarred(texts_of)}))}), "E917"
    yield "inner-cut.zip", zipped({"a.jsonl.gz": gzip.compress(LINE)[:-5], "b.txt": TEXT}), ["E910", "ok"]
    yield "empty.zip", zipped({}), "none"
    yield "nothing-known.zip", zipped({"a.exe": TEXT, ".hidden.txt": TEXT, "__MACOSX/._a.txt": TEXT}), "none"
    yield "no-archive.zip", TEXT, "E913"
    yield "no-archive.tar", TEXT * 40, "E913"
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("link.txt", tarfile.SYMTYPE), ("hard.txt", tarfile.LNKTYPE), ("pipe.txt", tarfile.FIFOTYPE), ("device.txt", tarfile.CHRTYPE), ("folder.txt", tarfile.DIRTYPE)):
            entry = tarfile.TarInfo(name)
            entry.type = kind
            entry.linkname = "/etc/passwd"
            archive.addfile(entry)
    yield "links.tar", out.getvalue(), "none"
    yield "twice.zip", zipped({"a.txt": TEXT}) * 2, "any"
    yield "deep-size.tar", tarred({"a.txt": TEXT})[:124] + b"77777777777\0" + tarred({"a.txt": TEXT})[136:], "E913"


def make(folder):
    """Writes them all; gives their names, each with what it must come to."""
    expected = {}
    for group in (texts, lines, tables, streams, archives):
        for name, data, outcome in group():
            assert name not in expected, name
            (folder / name).write_bytes(data)
            expected[name] = [outcome] if isinstance(outcome, str) else outcome
    for bad in (b"name-\xff\xfe.txt", b"name-\xc4.txt", b"name-\x1b[31m.txt", b"name-\n.txt"):
        with open(os.path.join(os.fsencode(folder), bad), "wb") as file:
            file.write(TEXT)
    os.symlink(folder, folder / "circle.txt")
    os.symlink("circle-b.txt", folder / "circle-a.txt")
    os.symlink("circle-a.txt", folder / "circle-b.txt")
    os.symlink("nowhere", folder / "dangling.txt")
    os.symlink("empty.txt", folder / "link-to-file.txt")
    os.symlink("/dev/null", folder / "device.txt")
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "folder.txt").mkdir()
    (folder / "folder.txt" / "inside.txt").write_bytes(TEXT)
    listener = socket.socket(socket.AF_UNIX)
    here = os.getcwd()
    os.chdir(folder)
    listener.bind("socket.txt")
    os.chdir(here)
    listener.close()
    (folder / "locked.txt").write_bytes(TEXT)
    (folder / "locked.txt").chmod(0)
    connection = sqlite3.connect(folder / "whole.db")
    connection.execute("CREATE TABLE articles (id, text)")
    connection.executemany("INSERT INTO articles VALUES (?, ?)", [(1, "a"), (None, b"\xff\x00\xfe"), (3, None), (b"\xff", 5), (1e300, "x" * 5000), (6, "a" * (17 << 20))])
    connection.commit()
    connection.close()
    whole = (folder / "whole.db").read_bytes()
    (folder / "cut.db").write_bytes(whole[: len(whole) // 2])
    (folder / "short.db").write_bytes(whole[:100])
    flipped = bytearray(whole)
    flipped[4096:8192] = os.urandom(4096)
    (folder / "flipped.db").write_bytes(bytes(flipped))
    for name, outcome in {"circle-a.txt": "E940", "circle-b.txt": "E940", "dangling.txt": "E940", "link-to-file.txt": "ok", "device.txt": "ok", "pipe.txt": "E941",
                          "pipe.jsonl": "E941", "folder.txt/inside.txt": "ok", "socket.txt": "E940", "locked.txt": "ok" if os.geteuid() == 0 else "E940",
                          "circle.txt": "none"}.items():
        expected[name] = [outcome]
    expected["whole.db"] = ["ok", "E906"]
    for name in ("cut.db", "short.db", "flipped.db"):
        expected[name] = ["E931"] if name == "flipped.db" else ["any"]
    return expected


json.dump(make(pathlib.Path(sys.argv[1])), sys.stdout)
