"""Learns which two sentences of two people tell why they should meet.

    python scripts/learn-networks/learn_scenes.py [--hold-out 'pattern of rooms']

Goes on from encounters.pt, from scenes.jsonl; what persons lack and give stays as it was.
"""
import copy
import functools
import json
import re

import torch
import torch.nn.functional as F

from descent import Descent, begin, in_batches, load, room_arguments, save
from networks import SCENE_SIDE, EncountersNetwork
from pieces import Vocabulary, read_vectors
from start_weights import StartWeights

HEAD_RATE = 5e-4
# Layers at the bottom that stay as they are.
KEPT_LAYERS = 4
# Pairs of people who should not meet, for each step; persons whose sides are to stay, and how much that counts.
STRANGERS, PERSONS, PERSONS_COUNT = 1, 2, 5.0
# Pieces of a scene or of a person's texts that are read.
LONGEST = 128
# At the start the product of two scenes is the closeness of their sides, so many times.
START_SIZE = 10.0


def read_scenes(file, hold_out):
    """Rooms to learn from, as write-scenes.mjs writes them."""
    rooms = [json.loads(line) for line in file.read_text('utf8').splitlines()]
    return [room for room in rooms if not (hold_out and re.search(hold_out, room['room']))]


def start_scenes(network, texts):
    """Starts asks and answers where what the scenes lack and give is: its first numbers, and nothing that a scene is by itself."""
    with torch.no_grad():
        means = network.eval().means(texts)
        for scenes, persons in ((network.asks, network.lacks), (network.answers, network.gives)):
            scenes.weight.data.zero_()
            scenes.bias.data.zero_()
            scenes.weight.data[:-1], scenes.bias.data[:-1] = persons.weight.data[:SCENE_SIDE - 2], persons.bias.data[:SCENE_SIDE - 2]
            size = START_SIZE ** 0.5 / scenes(means)[:, :-1].norm(dim=1).mean()
            scenes.weight.data *= size
            scenes.bias.data *= size
    network.train()


def telling_loss(answered, answers, told, directed):
    """How unlikely it is that one of the pairs of scenes that tell is chosen, of all pairs and none (whose log odds are 0).

    `answered`, `answers`: log odds that a scene of one is answered by, and that it answers, a scene of the other (scenes × scenes).
    Of a `directed` pair of people the first is answered; of others either may be.
    """
    either = torch.logaddexp(answered, answers)
    everything = torch.cat([either.flatten(), either.new_zeros(1)]).logsumexp(0)
    rows = torch.tensor(told, dtype=torch.long).reshape(-1, 2)
    return everything - ((answered if directed else either)[rows[:, 0], rows[:, 1]].logsumexp(0) if told else 0.0)


def scenes_loss(network, pairs, pieces_of):
    """Mean loss over pairs of people: (scenes of one, scenes of the other, pairs of them that tell, whether the other answers the one)."""
    means = network.means([pieces_of(scene) for mine, theirs, *_ in pairs for scene in (*mine, *theirs)])
    asks, answers = network.scene_sides(means)
    loss, at = 0.0, 0
    for mine, theirs, told, directed in pairs:
        one, other = slice(at, at + len(mine)), slice(at + len(mine), at + len(mine) + len(theirs))
        loss += telling_loss(asks[one] @ answers[other].T, answers[one] @ asks[other].T, told, directed)
        at = other.stop
    return loss / len(pairs)


def moved(network, before, texts):
    """How far what these texts lack and give has moved (0…4)."""
    with torch.no_grad():
        kept = before.read(texts)
    return sum((1 - F.cosine_similarity(now, then)).mean() for now, then in zip(network.read(texts), kept))


def learn(network, rooms, pieces_of, chance, options):
    """All marked pairs, so many a step, beside people who should not meet and persons who stay where they are."""
    def scenes(room, one, other):
        return room['people'][one]['scenes'], room['people'][other]['scenes']

    marked = [(*scenes(room, one, other), told, room['directed']) for room in rooms for one, other, told in room['pairs']]
    strangers = [(*scenes(room, one, other), [], False) for room in rooms for one, other in room['strangers']]
    persons = [pieces_of(person['text']) for room in rooms for person in room['people'].values() if person['text']]
    before = copy.deepcopy(network).eval()
    plan = [batch for _ in range(options.epochs) for batch in in_batches(marked, options.batch, chance)]
    descent = Descent(network, options.rate, HEAD_RATE, len(plan), options.steps)
    for batch in plan:
        loss = scenes_loss(network, batch + chance.sample(strangers, STRANGERS), pieces_of)
        stay = moved(network, before, chance.sample(persons, PERSONS))
        (loss + PERSONS_COUNT * stay).backward()
        descent.step(loss.item())
        if descent.done:
            break


def main():
    options = room_arguments(__doc__, epochs=1, batch=8, rate=6e-5).parse_args()
    chance = begin(options)
    vocabulary = Vocabulary.read(options.model)
    pieces_of = functools.cache(lambda text: vocabulary.ids(text, LONGEST))
    rooms = read_scenes(options.work / 'scenes.jsonl', options.hold_out)
    print(f'{sum(len(room["pairs"]) for room in rooms)} pairs in {len(rooms)} rooms')
    network = load(EncountersNetwork(StartWeights(), read_vectors(options.model)), options.work / 'encounters.pt', options.model)
    start_scenes(network, [pieces_of(scene) for room in rooms for person in room['people'].values() for scene in person['scenes']])
    kept = [network.encoder.norm, *network.encoder.layers[:KEPT_LAYERS]]
    for parameter in [network.encoder.positions, *(one for module in kept for one in module.parameters())]:
        parameter.requires_grad = False
    learn(network, rooms, pieces_of, chance, options)
    save(network, options.work / 'encounters.pt', options.model)


if __name__ == '__main__':
    main()
