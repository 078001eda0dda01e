"""Messages with their length before them, as a varint: on the way to the connector and back, and in files."""
import typing

MAX_FRAME_BYTES = 64 * 1024 * 1024


def frame(payload: bytes) -> bytes:
    size, prefix = len(payload), bytearray()
    while size > 0x7F:
        prefix.append(size & 0x7F | 0x80)
        size >>= 7
    prefix.append(size)
    return bytes(prefix) + payload


def read_frame(stream) -> "bytes | None":
    """The next message's bytes; None where the stream ends, also in the middle of one."""
    size = shift = 0
    while True:
        byte = stream.read(1)
        if not byte:
            return None
        size |= (byte[0] & 0x7F) << shift
        shift += 7
        if byte[0] < 0x80:
            break
        if shift > 28:
            raise ValueError("this is no frame")
    if size > MAX_FRAME_BYTES:
        raise ValueError(f"a frame of {size} bytes")
    payload = stream.read(size)
    return payload if len(payload) == size else None


def read_frames(stream) -> "typing.Iterator[bytes]":
    while (payload := read_frame(stream)) is not None:
        yield payload
