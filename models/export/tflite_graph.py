"""Replays a TensorFlow Lite graph in torch: float models with fp16 weights, NHWC turned into NCHW.

Activations of rank 4 are kept NCHW; everything else keeps the element order of the file. Only the
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


def same_padding(size, kernel, stride, dilation=1):
    """TensorFlow's SAME: asymmetric when the total is odd, as it is at stride 2."""
    reach = (kernel - 1) * dilation + 1
    total = max((-(-size // stride) - 1) * stride + reach - size, 0)
    return total // 2, total - total // 2


def activated(x, kind):
    if kind == Activation.NONE:
        return x
    if kind == Activation.RELU:
        return F.relu(x)
    if kind == Activation.RELU6:
        return F.relu6(x)
    raise NotImplementedError(f'activation {kind}')


class TfliteGraph(nn.Module):
    """Every operator becomes a closure over a dictionary from tensor index to value."""

    def __init__(self, path):
        super().__init__()
        with open(path, 'rb') as file:
            self.model = tflite.Model.GetRootAsModel(file.read(), 0)
        graph = self.graph = self.model.Subgraphs(0)
        self.inputs = [graph.Inputs(i) for i in range(graph.InputsLength())]
        self.outputs = [graph.Outputs(i) for i in range(graph.OutputsLength())]
        self.constants, self.shapes, self.steps = {}, {}, []
        for i in range(graph.TensorsLength()):
            self.read_tensor(i, graph.Tensors(i))
        for i in range(graph.OperatorsLength()):
            operator = graph.Operators(i)
            code = self.model.OperatorCodes(operator.OpcodeIndex())
            name = NAMES[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]
            self.add(i, operator, name)

    def read_tensor(self, i, tensor):
        self.shapes[i] = tensor.ShapeAsNumpy().tolist() if tensor.ShapeLength() else []
        data = self.model.Buffers(tensor.Buffer())
        if data.DataLength():
            values = np.frombuffer(data.DataAsNumpy().tobytes(), NUMPY[tensor.Type()])
            self.constants[i] = values.reshape(self.shapes[i])

    def parameter(self, name, array):
        self.register_buffer(name, torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32)))
        return name

    def add(self, i, operator, name):
        ins = operator.InputsAsNumpy().tolist()
        out = operator.OutputsAsNumpy().tolist()[0]
        if name == 'DEQUANTIZE':
            self.constants[out] = self.constants[ins[0]].astype(np.float32)
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
        stride = (kind.StrideH(), kind.StrideW())
        dilation = (kind.DilationHFactor(), kind.DilationWFactor())
        _, height, width, _ = self.shapes[ins[0]]
        top = bottom = left = right = 0
        if kind.Padding() == Padding.SAME:
            top, bottom = same_padding(height, weights.shape[2], stride[0], dilation[0])
            left, right = same_padding(width, weights.shape[3], stride[1], dilation[1])
        w = self.parameter(f'w{i}', weights)
        b = self.parameter(f'b{i}', self.constants[ins[2]]) if len(ins) > 2 and ins[2] >= 0 else None
        activation = kind.FusedActivationFunction()

        def step(values):
            v, inside = values[ins[0]], (top, left)
            if top != bottom or left != right:
                v, inside = F.pad(v, (left, right, top, bottom)), (0, 0)
            weight, bias = getattr(self, w), getattr(self, b) if b else None
            values[out] = activated(F.conv2d(v, weight, bias, stride, inside, dilation, groups),
                                    activation)

        return step

    def prelu(self, i, operator, ins, out):
        slope = self.constants[ins[1]]
        assert slope.ndim == 3 and slope.shape[:2] == (1, 1), 'shared over height and width'
        a = self.parameter(f'a{i}', slope.reshape(-1))

        def step(values):
            values[out] = F.prelu(values[ins[0]], getattr(self, a))

        return step

    def relu(self, i, operator, ins, out):
        def step(values):
            values[out] = F.relu(values[ins[0]])

        return step

    def addition(self, i, operator, ins, out):
        assert self.shapes[ins[0]] == self.shapes[ins[1]], 'no broadcasting'
        activation = options(operator, tflite.AddOptions).FusedActivationFunction()

        def step(values):
            values[out] = activated(values[ins[0]] + values[ins[1]], activation)

        return step

    def padding(self, i, operator, ins, out):
        n, h, w, c = self.constants[ins[1]].tolist()

        def step(values):
            values[out] = F.pad(values[ins[0]], (w[0], w[1], h[0], h[1], c[0], c[1], n[0], n[1]))

        return step

    def max_pooling(self, i, operator, ins, out):
        kind = options(operator, tflite.Pool2DOptions)
        kernel = (kind.FilterHeight(), kind.FilterWidth())
        stride = (kind.StrideH(), kind.StrideW())
        _, height, width, _ = self.shapes[ins[0]]
        top = bottom = left = right = 0
        if kind.Padding() == Padding.SAME:
            top, bottom = same_padding(height, kernel[0], stride[0])
            left, right = same_padding(width, kernel[1], stride[1])
        activation = kind.FusedActivationFunction()

        def step(values):
            v = values[ins[0]]
            if top or bottom or left or right:
                v = F.pad(v, (left, right, top, bottom), value=float('-inf'))
            values[out] = activated(F.max_pool2d(v, kernel, stride), activation)

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
