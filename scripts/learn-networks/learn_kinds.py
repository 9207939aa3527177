"""Learns what kind of tag a stretch of a sentence is, from the rows that write-rows.mjs wrote.

    python scripts/learn-networks/learn_kinds.py
"""
import json
import pathlib
import re

import torch
import torch.nn.functional as F

from descent import Descent, arguments, begin, load, save
from encoder import like_length
from networks import KindsNetwork
from pieces import Vocabulary, read_vectors
from start_weights import StartWeights

# As libs/nlp/src/candidates-to-tags/judge-in-context.ts: a heading is read as the beginning of each sentence below it.
HEADINGS = {'skill': 'できること：', 'interest': '興味：', 'seeking': '求めること：'}
LONGEST = 300
EPOCHS = 3
RATE, HEAD_RATE = 2e-4, 1e-3
# In the last pass each turn of phrase comes so often: what the rules are tested by shall not be unlearnt.
TURNS_LAST = 4
# Pieces in a batch, padding included; sentences are sorted by length within as many as this.
BATCH, SORTED = 1400, 1000


def read_rows(file, vocabulary):
    """Sentences as { ids, stretches (pieces), targets (shares, × 4), weights, priors (log-likelihoods, × 4) }."""
    for line in file.open(encoding='utf8'):
        row = json.loads(line)
        heading = HEADINGS.get(row.get('heading'), '')
        ids, letters = vocabulary.cut(small(heading + row['text']), LONGEST)
        stretches = [pieces_of(letters, start + len(heading), end + len(heading)) for start, end in row['spans']]
        yield {'ids': ids, 'stretches': stretches, 'turn': row['turn'], **{name: row[name] for name in ('targets', 'weights', 'priors')}}


def small(text):
    """Case says nothing; as the reader has it, for these letters only, so that none moves."""
    return re.sub('[A-Z]', lambda letter: letter[0].lower(), text)


def pieces_of(letters, start, end):
    """The pieces [first, behind) that touch letters [start, end); the start mark where none is left."""
    touching = [at for at, (begins, ends) in enumerate(letters) if begins < end and start < ends]
    return (touching[0], touching[-1] + 1) if touching else (0, 1)


def batches(sentences, chance):
    """All sentences in batches of like length, in random order."""
    order, found = chance.sample(sentences, len(sentences)), []
    for at in range(0, len(order), SORTED):
        some = order[at:at + SORTED]
        found += [[some[one] for one in part] for part in like_length([sentence['ids'] for sentence in some], BATCH)]
    return chance.sample(found, len(found))


def loss_of(network, batch):
    """Cross entropy of the stretches of a batch, weighted."""
    targets, weights, priors, stretches = (torch.tensor([one for sentence in batch for one in sentence[name]]) for name in ('targets', 'weights', 'priors', 'stretches'))
    sentences = torch.tensor([row for row, sentence in enumerate(batch) for _ in sentence['stretches']])
    sums = network.sums(*network.encoder.read([sentence['ids'] for sentence in batch]), sentences, *stretches.T, priors)
    return -((F.log_softmax(sums, 1) * targets).sum(1) * weights).sum() / weights.sum()


def main():
    parser = arguments(__doc__)
    parser.add_argument('--begin', type=pathlib.Path, help='what was learnt before, to go on from instead of the start weights')
    parser.add_argument('--epochs', type=int, default=EPOCHS, help='times that all sentences are read, before a last one')
    parser.add_argument('--rate', type=float, default=RATE)
    options = parser.parse_args()
    chance = begin(options)
    sentences = list(read_rows(options.work / 'rows.jsonl', Vocabulary.read(options.model)))
    network = KindsNetwork(StartWeights(), read_vectors(options.model)).train()
    if options.begin:
        load(network, options.begin, options.model).train()
    passes = [sentences] * options.epochs + [sentences + [one for one in sentences if one['turn']] * (TURNS_LAST - 1)]
    plan = [batch for some in passes for batch in batches(some, chance)]
    print(f'{len(sentences)} sentences, {len(plan)} steps')
    descent = Descent(network, options.rate, HEAD_RATE * options.rate / RATE, len(plan), options.steps)
    for batch in plan:
        loss = loss_of(network, batch)
        loss.backward()
        descent.step(loss.item())
        if descent.done:
            break
    save(network, options.work / 'kinds.pt', options.model)


if __name__ == '__main__':
    main()
