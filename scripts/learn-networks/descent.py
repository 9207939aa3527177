"""What learning both networks has in common: arguments, the descent, and the file that is kept."""
import argparse
import hashlib
import pathlib
import random
import time

import torch
from torch import nn

ROOT = pathlib.Path(__file__).parents[2]
# The rate rises over this share of the steps and then falls in a line, to this share of itself.
WARM_UP, LEAST_RATE = 0.08, 0.02
DECAY = 0.01
# Steeper slopes are cut to this length.
LONGEST_SLOPE = 1.0
REPORT_EVERY = 30


def arguments(about):
    """A parser of the arguments that all steps take."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument('--model', type=pathlib.Path, default=ROOT / 'libs/nlp/model', help='folder of pieces.txt and pieces.bin')
    parser.add_argument('--work', type=pathlib.Path, default=ROOT / '.tmp/learn-networks', help='folder of what is written on the way')
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--steps', type=int, default=0, help='stop each stage of learning after so many steps, to try the scripts; 0: learn to the end')
    return parser


def room_arguments(about, epochs, batch, rate):
    """A parser of the arguments of what learns from rooms, with these as defaults."""
    parser = arguments(about)
    parser.add_argument('--hold-out', help='regular expression: rooms whose name it finds are not learnt from')
    parser.add_argument('--epochs', type=int, default=epochs, help='times that everything is read')
    parser.add_argument('--batch', type=int, default=batch, help='scenes that meet, or marked pairs of people, a step')
    parser.add_argument('--rate', type=float, default=rate)
    return parser


def in_batches(things, size, chance):
    """Batches of things in random order, each thing once; those are left over that fill no batch."""
    order = chance.sample(things, len(things))
    return [order[at:at + size] for at in range(0, len(order) - size + 1, size)]


def begin(options):
    """Makes chance repeatable, and returns the source of it that is not torch's."""
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    return random.Random(options.seed)


class Descent:
    """AdamW (Loshchilov, Hutter 2019) over an encoder and what stands on it, which learns at a rate of its own.

    The rates follow a plan of `steps`; `most`, if any, ends the descent before.
    """

    def __init__(self, network, rate, head_rate, steps, most):
        encoder = list(network.encoder.parameters())
        head = [one for name, one in network.named_parameters() if not name.startswith('encoder.')]
        self.parameters, self.step_count, self.steps, self.most = encoder + head, 0, steps, min(most or steps, steps)
        self.optimiser = torch.optim.AdamW([{'params': encoder, 'lr': rate}, {'params': head, 'lr': head_rate}], weight_decay=DECAY)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._share)
        self.began, self.losses = time.monotonic(), []

    def _share(self, step):
        part = step / max(1, self.steps)
        return min((step + 1) / max(1, self.steps * WARM_UP), max(LEAST_RATE, 1 - part))

    @property
    def done(self):
        return self.step_count >= self.most

    def step(self, loss):
        """Moves by the slopes that have gathered; `loss` is only told."""
        nn.utils.clip_grad_norm_(self.parameters, LONGEST_SLOPE)
        self.optimiser.step()
        self.schedule.step()
        self.optimiser.zero_grad()
        self.step_count += 1
        self.losses.append(loss)
        if self.step_count % REPORT_EVERY == 0 or self.done:
            print(f'step {self.step_count} of {self.steps}: loss {sum(self.losses) / len(self.losses):.3f}, {time.monotonic() - self.began:.0f} s', flush=True)
            self.losses = []


def digest_of(model):
    """Tells one vocabulary from another."""
    return hashlib.sha256((model / 'pieces.txt').read_bytes()).hexdigest()


def save(network, file, model):
    """Keeps what was learnt, and for which vocabulary."""
    file.parent.mkdir(parents=True, exist_ok=True)
    torch.save({'weights': network.state_dict(), 'pieces': digest_of(model)}, file)


def load(network, file, model):
    """Fills a network with what was learnt. Stops where that was for another vocabulary."""
    kept = torch.load(file)
    if kept['pieces'] != digest_of(model):
        raise SystemExit(f'{file} was learnt with another vocabulary than {model}/pieces.txt: learn it again')
    network.load_state_dict(kept['weights'])
    return network.eval()
