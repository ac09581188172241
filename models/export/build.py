"""Rebuilds the four TorchScript files from the two Python packages' model files.

usage: build.py MEDIAPIPE_MODULES DLIB_DAT OUT

Every file takes uint8 NHWC RGB and normalises inside; the permutation there gives channels-last
memory, which halves the embedder's time and is what the other networks' convolutions work in. The
same sources give the same bytes wherever they are built; this program says so, by comparing with
the manifest.
"""
import hashlib
import json
import os
import sys

import torch
import torch.nn as nn

from dlib_network import DlibNetwork
from tflite_graph import TfliteGraph

MANIFEST = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        '..', 'src', 'main', 'resources', 'org', 'facedesk', 'models', 'manifest.json')
# What differs from machine to machine and carries no weight: source paths, version stamps.
NOT_KEPT = ('version', '.data/version', 'byteorder', '.format_version', '.storage_alignment',
            '.data/serialization_id')


class Wrap(nn.Module):
    """Pixels in, ready-to-use numbers out."""

    def __init__(self, core, kind):
        super().__init__()
        self.core, self.kind = core, kind
        if kind == 'detector':
            centres = [((x + .5) / n, (y + .5) / n)
                       for n, boxes in ((16, 2), (8, 6))
                       for y in range(n) for x in range(n) for _ in range(boxes)]
            self.register_buffer('anchor', torch.tensor(centres, dtype=torch.float32))

    def forward(self, x):
        if self.kind == 'embedder':
            # product and sum change no number; without them the file would be another
            x = x.permute(0, 3, 1, 2).to(torch.float32) * 1.0 + 0.0
            return self.core(x)
        out = self.core(x.permute(0, 3, 1, 2).to(torch.float32))
        if self.kind == 'detector':
            reg, cls = out
            return self.corners(reg), torch.sigmoid(cls.reshape(-1, 896).clamp(-100.0, 100.0))
        if self.kind == 'mesh':
            return out[0].reshape(-1, 468, 3), torch.sigmoid(out[1].reshape(-1))
        return out[0].reshape(-1, 71, 3)

    def corners(self, reg):
        """Offsets from anchors become corners and six key points, 0..1 of the letterbox."""
        r = reg.reshape(-1, 896, 8, 2) / 128.0
        c = r[:, :, 0] + self.anchor
        h = r[:, :, 1] * 0.5
        kp = r[:, :, 2:] + self.anchor[:, None, :]
        box = torch.cat([c - h, c + h, kp.reshape(-1, 896, 12)], 2)
        return box


def strip(path):
    reader = torch._C.PyTorchFileReader(path)
    names = [n for n in sorted(reader.get_all_records())
             if not n.endswith('.debug_pkl') and n not in NOT_KEPT]
    records = {n: reader.get_record(n) for n in names}
    del reader
    writer = torch._C.PyTorchFileWriter(path)
    for name, data in records.items():
        writer.write_record(name, data, len(data))
    writer.write_end_of_file()


def difference(a, b):
    a, b = (a, b) if isinstance(a, tuple) else ((a,), (b,))
    return max(float((p - q).abs().max()) for p, q in zip(a, b))


def build(core, kind, side, path):
    module = Wrap(core, kind).eval()
    one = torch.randint(0, 256, (1, side, side, 3), dtype=torch.uint8)
    four = torch.randint(0, 256, (4, side, side, 3), dtype=torch.uint8)
    with torch.no_grad():
        script = torch.jit.freeze(torch.jit.trace(module, one, check_trace=False).eval())
        error = difference(module(four), script(four))
    script.save(path)
    strip(path)
    return error


def main(modules, dlib_dat, folder):
    os.makedirs(folder, exist_ok=True)
    face = modules + '/face_'
    plan = [
        ('blazeface_short.pt', TfliteGraph(face + 'detection/face_detection_short_range.tflite',
                                           1 / 127.5, -1.0, 2), 'detector', 128),
        ('facemesh468.pt', TfliteGraph(face + 'landmark/face_landmark.tflite', 1 / 255.0, 0.0, 2), 'mesh', 192),
        # its second output, the iris itself, is not used
        ('iris.pt', TfliteGraph(modules + '/iris_landmark/iris_landmark.tflite', 1 / 255.0, 0.0, 1), 'iris', 64),
        ('dlib_resnet128.pt', DlibNetwork(dlib_dat), 'embedder', 150),
    ]
    with open(MANIFEST, encoding='utf-8') as file:
        expected = {entry['file']: entry['sha256'] for entry in json.load(file)['files']}
    different = 0
    for name, core, kind, side in plan:
        path = os.path.join(folder, name)
        error = build(core, kind, side, path)
        with open(path, 'rb') as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        same = digest == expected[name]
        different += not same
        print(name, digest, 'as in the manifest' if same else 'NOT as in the manifest',
              f'batch of four against eager {error:.2g}')
    return 1 if different else 0


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
