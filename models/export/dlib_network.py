"""dlib's face recognition ResNet (29 convolutions) in torch, its affine layers folded into them.

conv1 7x7 stride 2 without padding, max-pool 3x3 stride 2; stride-2 3x3 convolutions have no padding,
all others 1. Where a block halves its picture, dlib adds an average-pooled copy of its input and
fills missing channels, rows and columns with zeros.
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import dlib_weights

# (filters, blocks, whether the first block halves the picture), input side first
LEVELS = [(32, 3, False), (64, 4, True), (128, 3, True), (256, 3, True), (256, 1, True)]


def padded(x, c, h, w):
    return F.pad(x, (0, w - x.shape[3], 0, h - x.shape[2], 0, c - x.shape[1]))


class DlibNetwork(nn.Module):
    def __init__(self, path):
        super().__init__()
        layers = dlib_weights.layers(path)
        convolutions = [layer for layer in layers if layer['marker'].startswith('con_')]
        affines = [layer for layer in layers if layer['marker'].startswith('affine_')]
        full = [layer for layer in layers if layer['marker'].startswith('fc_')]
        assert len(convolutions) == 29 and len(affines) == 29 and len(full) == 1
        channels = [(32, 3)]
        for filters, blocks, _ in LEVELS:
            for _ in range(blocks):
                channels += [(filters, channels[-1][0]), (filters, filters)]
        self.geometry = []
        for i, layer in enumerate(zip(convolutions, affines, channels)):
            self.fold(i, *layer)
        assert full[0]['outputs'] == 128 and full[0]['params'].size == 256 * 128
        # stored inputs x outputs
        self.register_buffer('fc', torch.from_numpy(full[0]['params'].reshape(256, 128).T.copy()))
        self.register_buffer('mean', torch.tensor([122.782, 117.001, 104.298]).view(1, 3, 1, 1))

    def fold(self, i, convolution, affine, channels):
        outputs, inputs = channels
        rows, columns = convolution['rows'], convolution['columns']
        params = convolution['params'].reshape(-1).astype(np.float64)
        assert convolution['filters'] == outputs
        assert params.size == outputs * inputs * rows * columns + outputs
        weights, bias = params[:-outputs].reshape(outputs, inputs, rows, columns), params[-outputs:]
        both = affine['params'].reshape(-1).astype(np.float64)
        gamma, beta = both[:outputs], both[outputs:]
        weights, bias = weights * gamma[:, None, None, None], bias * gamma + beta
        self.register_buffer(f'w{i}', torch.from_numpy(weights.astype(np.float32)))
        self.register_buffer(f'b{i}', torch.from_numpy(bias.astype(np.float32)))
        self.geometry.append((convolution['stride_y'], convolution['pad_y']))

    def convolve(self, i, x):
        stride, padding = self.geometry[i]
        return F.conv2d(x, getattr(self, f'w{i}'), getattr(self, f'b{i}'), stride, padding)

    def forward(self, x):
        """x: [N, 3, 150, 150] RGB 0..255 -> [N, 128], not of unit length."""
        x = (x - self.mean) / 256.0
        x = F.max_pool2d(F.relu(self.convolve(0, x)), 3, 2)
        i = 1
        for filters, blocks, halves in LEVELS:
            for block in range(blocks):
                y = self.convolve(i + 1, F.relu(self.convolve(i, x)))
                i += 2
                s = F.avg_pool2d(x, 2, 2) if halves and block == 0 else x
                c, h, w = max(y.shape[1], s.shape[1]), max(y.shape[2], s.shape[2]), max(y.shape[3], s.shape[3])
                if tuple(y.shape[1:]) != (c, h, w):
                    y = padded(y, c, h, w)
                if tuple(s.shape[1:]) != (c, h, w):
                    s = padded(s, c, h, w)
                x = F.relu(y + s)
        return F.linear(x.mean((2, 3)), self.fc)
