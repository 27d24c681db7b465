"""Compressed bytes for tests. Frames of zstd and lz4 are made by hand, of stored blocks, so that no program need be there."""
import bz2
import gzip
import lzma
import struct


def xxh32(data):
    p1, p2, p3, p4, p5 = 2654435761, 2246822519, 3266489917, 668265263, 374761393
    mask = 0xFFFFFFFF
    assert len(data) < 16
    h = (p5 + len(data)) & mask
    while len(data) >= 4:
        h = (h + struct.unpack("<I", data[:4])[0] * p3) & mask
        h = ((h << 17 | h >> 15) & mask) * p4 & mask
        data = data[4:]
    for byte in data:
        h = (h + byte * p5) & mask
        h = ((h << 11 | h >> 21) & mask) * p1 & mask
    h ^= h >> 15
    h = h * p2 & mask
    h ^= h >> 13
    h = h * p3 & mask
    return h ^ h >> 16


def lz4(data):
    descriptor = b"\x60\x70"  # independent blocks of up to 4 MiB, no sums
    frame = b"\x04\x22\x4D\x18" + descriptor + bytes([xxh32(descriptor) >> 8 & 0xFF])
    for at in range(0, len(data), 1 << 22):
        block = data[at : at + (1 << 22)]
        frame += struct.pack("<I", len(block) | 1 << 31) + block
    return frame + bytes(4)


def zstd(data, repeat=0):
    """A frame of stored blocks; with `repeat`, of one byte that many times, which takes no room."""
    size = repeat or len(data)
    # A window of 1 MiB, then the size.
    frame = b"\x28\xB5\x2F\xFD\xC0\x50" + struct.pack("<Q", size)
    step = 1 << 17
    for at in range(0, max(size, 1), step):
        count = min(step, size - at)
        header = (1 if at + step >= size else 0) | ((1 if repeat else 0) << 1) | count << 3
        frame += struct.pack("<I", header)[:3] + (data[:1] if repeat else data[at : at + count])
    return frame


KINDS = {
    "gz": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd,
    "lz4": lz4,
}
