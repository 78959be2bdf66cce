"""Texts in, encodings out: one pass of the shipped model, whose heads the other rooms read."""

from sayso.encoding.encoder import Encoder, Encoding, Floats, Head

__all__ = ["Encoder", "Encoding", "Floats", "Head"]
