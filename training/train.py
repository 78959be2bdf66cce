"""Train a network: `python -m training.train RECIPE CORPORA RUN`.

It leaves the weights in RUN/network.pt and a line an epoch in RUN/log.jsonl.

Seeds are fixed: the same recipe, corpora, versions and number of threads give the same weights; another kind of device
gives others in the last digits. A run that was stopped goes on from RUN/state.pt, which is written every few minutes;
one that is done does nothing. Its teachers' runs lie beside it, each called by its recipe and seed: "teacher-1".
"""

import json
import random
import time
from pathlib import Path
from typing import Annotated

import torch
import typer
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from corpora.polnear import polnear
from training.device import device_of, half, moved, place_of
from training.evaluate import exact, scored
from training.examples import IGNORE, Window, batch
from training.going import Clock, Going, agree
from training.network import LABELS, Network
from training.quantised import read_as_int8
from training.recipe import Recipe, read
from training.reference import gap_f1, reference_loss
from training.starting import MINILM, STARTS, tokenizer_of
from training.teaching import Told, following_loss
from training.texts import Texts


def main(
    recipe: Path,
    corpora: Path,
    run: Path,
    device: Annotated[str, typer.Option(help="cpu, cuda, or auto")] = "auto",
) -> None:
    """Train by RECIPE on the corpora in CORPORA and keep the weights of the last epoch in RUN."""
    train(read(recipe), corpora, run, device_of(device))


def train(recipe: Recipe, corpora: Path, run: Path, device: torch.device) -> None:
    run.mkdir(parents=True, exist_ok=True)
    agree(recipe, run)
    torch.manual_seed(recipe.seed)
    tokenizer = tokenizer_of(MINILM)
    told = Told.read(teachers(recipe, run)) if recipe.teacher else None
    texts = Texts.read(corpora, tokenizer, told, families=recipe.families > 0)
    network = Network(STARTS[recipe.start]())
    if told:
        network.crf.load_state_dict(told.crf)  # its scores of single pieces are made for these transitions
    network.to(device)
    steps = len(texts.epoch(recipe.batch, random.Random(recipe.seed), recipe.families))
    going = Going(run / "state.pt", network, *optimizers(network, recipe, recipe.epochs * steps))
    done, step = going.resumed()
    clock = Clock((recipe.epochs - done) * steps - step)
    for number in range(done + 1, recipe.epochs + 1):
        started = time.time()
        if number > recipe.epochs - recipe.int8_epochs:
            read_as_int8(network)
        batches = texts.epoch(recipe.batch, random.Random(f"{recipe.seed}/{number}"), recipe.families)
        loss = train_epoch(going, recipe, batches, (number, step), clock)
        step = 0
        torch.save(network.state_dict(), run / "network.pt")
        figures = exact(scored(network, tokenizer, polnear(corpora, "dev"))) | gap_f1(network, tokenizer, corpora)
        line = {"epoch": number, "loss": round(loss, 4), "seconds": round(time.time() - started), **figures}
        with (run / "log.jsonl").open("a") as log:
            print(json.dumps(line), file=log)
        print(line, flush=True)
        going.keep(number, 0)


def teachers(recipe: Recipe, run: Path) -> list[Path]:
    """The runs of those who teach it, beside its own."""
    return [run.parent / f"{recipe.teacher}-{seed}" for seed in recipe.teacher_seeds]


def optimizers(
    network: Network, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a rate of its own for what is new, warmed up over 8 % of the steps, then falling to nothing.

    The word embeddings stay as they are: 837 articles touch too few of them to move them together.
    """
    network.encoder.embeddings.word_embeddings.requires_grad_(False)
    old = list(network.encoder.parameters())
    known = {id(parameter) for parameter in old}
    new = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": old, "lr": recipe.rate}, {"params": new, "lr": recipe.new_rate, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(0.08 * steps))
    fall = lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))  # noqa: E731
    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, fall)


def train_epoch(going: Going, recipe: Recipe, batches: list[list[Window]], at: tuple[int, int], clock: Clock) -> float:
    """Train on the batches of an epoch from a step on, both in `at`; gives the mean loss of those."""
    network, optimizer, (number, first) = going.network, going.optimizer, at
    network.train()
    total = 0.0
    for step, items in enumerate(batches[first:], first):
        loss = losses(network, recipe, moved(batch(items), place_of(network)))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        going.schedule.step()
        total += loss.item()
        clock.passed()
        if step % 25 == 0:
            print(f"{step}/{len(batches)} {total / (step + 1 - first):.3f}", flush=True)
        if clock.is_time_to_keep():
            going.keep(number - 1, step + 1)
    return total / max(1, len(batches) - first)


def losses(network: Network, recipe: Recipe, tensors: dict[str, Tensor]) -> Tensor:
    features = {name: tensors[name] for name in network.features}
    with half(tensors["pieces"].device):
        scores = network(tensors["pieces"], tensors["mask"], features)
    scores = {head: values.float() for head, values in scores.items()}
    told = {head: LOSSES[head](network, scores[head], tensors[f"label:{head}"]) for head in LABELS}
    if "taught" in tensors:
        followed = following_loss(scores["attribution"], tensors["lesson"], tensors["taught"])
        told["attribution"] = (1 - recipe.following) * told["attribution"] + recipe.following * followed
    told["reference"] = reference_loss(scores["reference"], tensors["anaphors"])
    return told["attribution"] + recipe.names * told["names"] + recipe.reference * told["reference"]


def attribution_loss(network: Network, scores: Tensor, labels: Tensor) -> Tensor:
    """Minus log-likelihood of the labelled stretches under the CRF, per piece."""
    kept = [(s[known], y[known]) for s, y in zip(scores, labels, strict=True) if (known := y != IGNORE).any()]
    if not kept:
        return scores.sum() * 0
    emissions, gold = (pad_sequence(list(part), batch_first=True) for part in zip(*kept, strict=True))
    mask = pad_sequence([torch.ones(len(y), dtype=torch.bool, device=y.device) for _, y in kept], batch_first=True)
    return -network.crf(emissions, gold, mask=mask, reduction="token_mean")


def names_loss(network: Network, scores: Tensor, labels: Tensor) -> Tensor:
    if not (labels != IGNORE).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(
        scores.reshape(-1, len(LABELS["names"])), labels.reshape(-1), ignore_index=IGNORE
    )


LOSSES = {"attribution": attribution_loss, "names": names_loss}


if __name__ == "__main__":
    typer.run(main)
