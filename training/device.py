"""Where a network is trained and read: on a GPU where there is one, in bfloat16 where that is to be had."""

from contextlib import AbstractContextManager
from typing import Any

import torch
from torch import Tensor, nn


def device_of(name: str) -> torch.device:
    """The device of that name; "auto" is the first GPU, or the CPU where there is none."""
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    return torch.device(name)


def place_of(network: nn.Module) -> torch.device:
    return next(network.parameters()).device


def half(device: torch.device) -> AbstractContextManager[Any]:
    """Multiply in bfloat16; a GPU that has none goes on in float32."""
    able = device.type != "cuda" or torch.cuda.is_bf16_supported()
    return torch.autocast(device.type, torch.bfloat16, enabled=able)


def moved(tensors: dict[str, Any], device: torch.device) -> dict[str, Any]:
    """A batch on a device; what is no tensor, as the list of anaphors, stays."""
    return {name: one.to(device) if isinstance(one, Tensor) else one for name, one in tensors.items()}
