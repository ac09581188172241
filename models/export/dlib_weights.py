"""Reads dlib's serialised ResNet without dlib.

dlib writes an integer as one control byte (low nibble: how many bytes follow, bit 7: negative) and
then little-endian bytes; a string as its length and bytes; a tensor as version 2, four dimensions
and raw float32. Every layer begins with a version string such as "con_4" or "affine_", so the file
is walked from marker to marker, over every tensor that was read.
"""
import re

import numpy as np

MARKER = re.compile(rb'\x01([\x01-\x20])((?:con_|affine_|fc_|loss_metric|input_rgb_image|tag|skip'
                    rb'|relu_|avg_pool_|max_pool_|add_prev)[a-z_0-9]*)')


def integer(data, at):
    control = data[at]
    count = control & 0x0F
    value = int.from_bytes(data[at + 1:at + 1 + count], 'little')
    return (-value if control & 0x80 else value), at + 1 + count


def string(data, at):
    length, at = integer(data, at)
    return data[at:at + length].decode('latin1'), at + length


def tensor(data, at):
    version, at = integer(data, at)
    assert version == 2, f'tensor version {version}'
    shape = []
    for _ in range(4):
        size, at = integer(data, at)
        shape.append(size)
    count = int(np.prod(shape))
    return np.frombuffer(data, '<f4', count, at).reshape(shape), at + 4 * count


def layers(path):
    """The layers that have parameters, in the order of the file, which begins at the input."""
    with open(path, 'rb') as file:
        data = file.read()
    at, found = 0, []
    while match := MARKER.search(data, at):
        if match.group(1)[0] > len(match.group(2)):
            at = match.start() + 1
            continue
        marker, at = string(data, match.start())
        layer = {'marker': marker}
        if marker.startswith('con_'):
            layer['params'], at = tensor(data, at)
            for name in ('filters', 'rows', 'columns', 'stride_y', 'stride_x', 'pad_y', 'pad_x'):
                layer[name], at = integer(data, at)
        elif marker.startswith('affine_'):
            layer['params'], at = tensor(data, at)
        elif marker.startswith('fc_'):
            layer['outputs'], after = integer(data, at)
            _, after = integer(data, after)
            layer['params'], at = tensor(data, after)
        else:
            continue
        found.append(layer)
    return found
