"""Train as int8 will read: every linear layer sees its weights and its input rounded as the shipped model does it."""

from functools import partial

import torch
from torch import Tensor, nn

LEVELS = 255
"""An input is rounded to so many steps between its least and its greatest value."""

WEIGHT_BITS = 7
"""Weights keep a bit in reserve: processors without VNNI add up pairs of products in 16 bits, which eight overflow."""


def read_as_int8(network: nn.Module) -> None:
    """Make the linear layers of a network round; what is rounded passes its gradient on as if it were not."""
    for module in network.modules():
        if isinstance(module, nn.Linear):
            module.forward = partial(_rounded_linear, module)


def _rounded_linear(module: nn.Linear, values: Tensor) -> Tensor:
    return nn.functional.linear(rounded_input(values), rounded_weight(module.weight), module.bias)


def rounded_input(values: Tensor) -> Tensor:
    """One scale for all values, from the least (or 0) to the greatest (or 0)."""
    values = values.float()
    low, high = torch.aminmax(values.detach())
    low, high = low.clamp(max=0), high.clamp(min=0)
    scale = ((high - low) / LEVELS).clamp(min=1e-8)
    zero = (-low / scale).round().to(torch.int32)
    return torch.fake_quantize_per_tensor_affine(values, scale, zero, 0, LEVELS)


def rounded_weight(weight: Tensor) -> Tensor:
    """A scale for each output, symmetric about 0."""
    most = 2 ** (WEIGHT_BITS - 1) - 1
    scale = (weight.detach().abs().amax(dim=1) / most).clamp(min=1e-8)
    zero = torch.zeros_like(scale, dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(weight, scale, zero, 0, -most - 1, most)
