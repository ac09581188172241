"""Replays a TensorFlow Lite graph in torch: float models with fp16 weights, NHWC turned into NCHW.

Activations of rank 4 are NCHW in channels-last memory; everything else keeps the element order of
the file. Convolutions are XNNPACK's, as they are in TensorFlow Lite, and copy their input unless
one of them made it; so what stands between two convolutions works in place where it can. Only the
operators that MediaPipe's face models use are known; any other one is an error, never a guess.

Names of local variables in traced code end up in the TorchScript file: renaming one there changes
its digest, though not what it computes.
"""
import numpy as np
import tflite
import torch
import torch.nn as nn
import torch.nn.functional as F
from tflite import ActivationFunctionType as Activation
from tflite import Padding
from tflite import TensorType

NAMES = {code: name for name, code in vars(tflite.BuiltinOperator).items() if not name.startswith('_')}
NUMPY = {
    TensorType.FLOAT32: np.float32,
    TensorType.FLOAT16: np.float16,
    TensorType.INT32: np.int32,
    TensorType.UINT8: np.uint8,
    TensorType.INT64: np.int64,
}


def options(operator, kind):
    table = operator.BuiltinOptions()
    read = kind()
    read.Init(table.Bytes, table.Pos)
    return read


def floats(array):
    return torch.tensor(np.asarray(array, np.float32))


def same_padding(size, kernel, stride):
    """TensorFlow's SAME: asymmetric when the total is odd, as it is at stride 2."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


# What a convolution's result is kept between.
BOUNDS = {Activation.NONE: (None, None), Activation.RELU: (0.0, None), Activation.RELU6: (0.0, 6.0)}


class TfliteGraph(nn.Module):
    """Every operator becomes a closure over a dictionary from tensor index to value.

    scale, shift: from what is put in to what the file's first convolution expects; its weights take
    them in. wanted: how many of the file's outputs are computed, counted from the first.
    """

    def __init__(self, path, scale, shift, wanted):
        super().__init__()
        self.scale, self.shift = scale, shift
        with open(path, 'rb') as file:
            self.model = tflite.Model.GetRootAsModel(file.read(), 0)
        graph = self.graph = self.model.Subgraphs(0)
        self.inputs = [graph.Inputs(i) for i in range(graph.InputsLength())]
        self.outputs = [graph.Outputs(i) for i in range(wanted)]
        self.constants, self.shapes, self.steps = {}, {}, []
        self.filled = {}  # padded tensors: how many channels are not padding
        for i in range(graph.TensorsLength()):
            self.read_tensor(i, graph.Tensors(i))
        operators = [self.operator(i) for i in range(graph.OperatorsLength())]
        self.makers = {outs[0]: name for _, _, name, _, outs in operators}
        self.readers = self.count_readers(operators)
        for operator in operators:
            self.add(*operator)

    def operator(self, i):
        operator = self.graph.Operators(i)
        code = self.model.OperatorCodes(operator.OpcodeIndex())
        name = NAMES[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]
        return i, operator, name, operator.InputsAsNumpy().tolist(), operator.OutputsAsNumpy().tolist()

    def count_readers(self, operators):
        """How many operators that lead to an output read each tensor."""
        readers = dict.fromkeys(self.outputs, 1)
        for _, _, _, ins, outs in reversed(operators):
            if outs[0] in readers:
                for tensor in ins:
                    readers[tensor] = readers.get(tensor, 0) + 1
        return readers

    def may_change(self, tensor):
        """Whether it lies in memory of a convolution's that nobody else reads."""
        return self.readers[tensor] == 1 and self.makers[tensor] in ('CONV_2D', 'DEPTHWISE_CONV_2D', 'ADD')

    def read_tensor(self, i, tensor):
        self.shapes[i] = tensor.ShapeAsNumpy().tolist() if tensor.ShapeLength() else []
        data = self.model.Buffers(tensor.Buffer())
        if data.DataLength():
            values = np.frombuffer(data.DataAsNumpy().tobytes(), NUMPY[tensor.Type()])
            self.constants[i] = values.reshape(self.shapes[i])

    def add(self, i, operator, name, ins, outs):
        out = outs[0]
        if name == 'DEQUANTIZE':
            self.constants[out] = self.constants[ins[0]].astype(np.float32)
            return
        if out not in self.readers:
            return
        known = {
            'CONV_2D': self.convolution,
            'DEPTHWISE_CONV_2D': self.depthwise_convolution,
            'PRELU': self.prelu,
            'RELU': self.relu,
            'ADD': self.addition,
            'PAD': self.padding,
            'MAX_POOL_2D': self.max_pooling,
            'RESHAPE': self.reshape,
            'CONCATENATION': self.concatenation,
        }
        if name not in known:
            raise NotImplementedError(f'operator {name}')
        self.steps.append(known[name](i, operator, ins, out))

    def convolution(self, i, operator, ins, out):
        kind = options(operator, tflite.Conv2DOptions)
        # [out, h, w, in] -> [out, in, h, w]
        return self.any_convolution(i, kind, ins, out, self.constants[ins[1]].transpose(0, 3, 1, 2), 1)

    def depthwise_convolution(self, i, operator, ins, out):
        kind = options(operator, tflite.DepthwiseConv2DOptions)
        # [1, h, w, channels * multiplier] -> [channels * multiplier, 1, h, w]
        weights = self.constants[ins[1]].transpose(3, 0, 1, 2)
        return self.any_convolution(i, kind, ins, out, weights, self.shapes[ins[0]][3])

    def any_convolution(self, i, kind, ins, out, weights, groups):
        assert kind.DilationHFactor() == kind.DilationWFactor() == 1
        stride = [kind.StrideH(), kind.StrideW()]
        _, height, width, _ = self.shapes[ins[0]]
        top = bottom = left = right = 0
        if kind.Padding() == Padding.SAME:
            top, bottom = same_padding(height, weights.shape[2], stride[0])
            left, right = same_padding(width, weights.shape[3], stride[1])
        bias = self.constants[ins[2]]
        inside, around, zero = [bottom, right], None, 0.0
        if ins[0] == self.inputs[0]:
            bias = bias + self.shift * weights.sum((1, 2, 3), dtype=np.float64)
            weights = weights * np.float64(self.scale)
            if self.shift:
                # what is zero after scale and shift
                inside, around, zero = [0, 0], (left, right, top, bottom), -self.shift / self.scale
        if not around:
            # padding is the same on both sides here: zeros in the weights stand for what is too much
            weights = np.pad(weights, ((0, 0), (0, 0), (bottom - top, 0), (right - left, 0)))
        packed = torch.ops.prepacked.conv2d_clamp_prepack(
            floats(weights), floats(bias), stride, inside, [1, 1], groups,
            *BOUNDS[kind.FusedActivationFunction()])
        setattr(self, f'c{i}', packed)

        def step(values):
            v = values[ins[0]]
            if around:
                v = F.pad(v, around, value=zero)
            values[out] = torch.ops.prepacked.conv2d_clamp_run(v, getattr(self, f'c{i}'))

        return step

    def prelu(self, i, operator, ins, out):
        """x + (slope - 1) min(x, 0), the slopes repeated along a row: long runs instead of short ones."""
        slope = self.constants[ins[1]]
        assert slope.ndim == 3 and slope.shape[:2] == (1, 1), 'shared over height and width'
        assert self.may_change(ins[0])
        row = floats(slope - np.float32(1)).reshape(1, -1, 1, 1).expand(-1, -1, -1, self.shapes[ins[0]][2])
        self.register_buffer(f'a{i}', row.contiguous(memory_format=torch.channels_last))

        def step(values):
            v = values[ins[0]]
            values[out] = v.addcmul_(v.clamp_max(0.0), getattr(self, f'a{i}'))

        return step

    def relu(self, i, operator, ins, out):
        assert self.may_change(ins[0])

        def step(values):
            values[out] = values[ins[0]].relu_()

        return step

    def addition(self, i, operator, ins, out):
        """Adds to the one that a convolution made; the other may have fewer channels (see padding)."""
        assert self.shapes[ins[0]] == self.shapes[ins[1]], 'no broadcasting'
        activation = options(operator, tflite.AddOptions).FusedActivationFunction()
        assert activation in (Activation.NONE, Activation.RELU)
        to, what = ins if self.may_change(ins[0]) else reversed(ins)
        assert self.may_change(to)
        channels = self.filled.get(what)

        def step(values):
            v = values[to]
            (v.narrow(1, 0, channels) if channels else v).add_(values[what])
            values[out] = v.relu_() if activation == Activation.RELU else v

        return step

    def padding(self, i, operator, ins, out):
        """Only channels behind the others, for an addition, which leaves those as they are."""
        pads = self.constants[ins[1]].tolist()
        assert pads[:3] == [[0, 0]] * 3 and pads[3][0] == 0 and self.readers[out] == 1
        self.filled[out] = self.shapes[ins[0]][3]

        def step(values):
            values[out] = values[ins[0]]

        return step

    def max_pooling(self, i, operator, ins, out):
        kind = options(operator, tflite.Pool2DOptions)
        kernel = (kind.FilterHeight(), kind.FilterWidth())
        stride = (kind.StrideH(), kind.StrideW())
        _, height, width, _ = self.shapes[ins[0]]
        assert kind.FusedActivationFunction() == Activation.NONE
        if kind.Padding() == Padding.SAME:
            assert same_padding(height, kernel[0], stride[0]) == same_padding(width, kernel[1], stride[1]) == (0, 0)

        def step(values):
            values[out] = F.max_pool2d(values[ins[0]], kernel, stride)

        return step

    def reshape(self, i, operator, ins, out):
        shape, from_picture = self.shapes[out], len(self.shapes[ins[0]]) == 4

        def step(values):
            v = values[ins[0]]
            if from_picture:
                v = v.permute(0, 2, 3, 1)
            v = v.reshape([v.shape[0]] + shape[1:])
            if len(shape) == 4:
                v = v.permute(0, 3, 1, 2)
            values[out] = v

        return step

    def concatenation(self, i, operator, ins, out):
        rank = len(self.shapes[out])
        axis = options(operator, tflite.ConcatenationOptions).Axis() % rank
        if rank == 4:
            axis = [0, 2, 3, 1][axis]

        def step(values):
            values[out] = torch.cat([values[j] for j in ins], axis)

        return step

    def forward(self, x):
        """x: NCHW; every output of rank 4 comes back as [N, rest] in the file's element order."""
        values = {self.inputs[0]: x}
        for step in self.steps:
            step(values)
        results = []
        for i in self.outputs:
            v = values[i]
            if v.dim() == 4:
                v = v.permute(0, 2, 3, 1).reshape(v.shape[0], -1)
            results.append(v)
        return tuple(results)
