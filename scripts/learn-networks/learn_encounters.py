"""Learns what texts lack and what they give, so that those who should meet are near.

    python scripts/learn-networks/learn_encounters.py [--hold-out 'pattern of rooms']

From scenes and introductions, with a room of graded people now and then.
"""
import functools
import itertools
import pathlib

import torch
import torch.nn.functional as F

from descent import Descent, begin, in_batches, load, room_arguments, save
from meetings import INTRODUCTIONS, LONGEST_SCENE, SCENES, read_blocks, read_rooms
from networks import EncountersNetwork
from pieces import Vocabulary, read_vectors
from start_weights import StartWeights

# Closeness (−1…1) is divided by this before it is compared.
TEMPERATURE = 0.05
# A scene is read behind its speaker as often as this.
WITH_SPEAKER = 0.5
RATE, HEAD_RATE = 7e-5, 1e-3
# Every so many steps a room.
ROOM_EVERY = 4
# Of every twentieth block a scene of each side shows where texts lie at the start.
SAMPLED = 20


def meeting_loss(closeness, same):
    """How unlikely each pair that meets (`same`, lacks × gives) is among all others of the batch (Karpukhin et al. 2020)."""
    others = closeness.masked_fill(same, -1e9).logsumexp(1, keepdim=True)
    return (torch.logaddexp(closeness, others) - closeness)[same].mean()


def block_loss(network, blocks, pieces_of):
    """Loss over blocks of scenes: lacks that look for gifts, and gifts that look for lacks."""
    lacks, gives = ([(number, pieces_of(scene)) for number, block in enumerate(blocks) for scene in block[side]] for side in (0, 1))
    lacking, giving = network.read([pieces for _, pieces in lacks + gives])
    closeness = lacking[:len(lacks)] @ giving[len(lacks):].T / TEMPERATURE
    same = torch.tensor([number for number, _ in lacks])[:, None] == torch.tensor([number for number, _ in gives])
    return (meeting_loss(closeness, same) + meeting_loss(closeness.T, same.T)) / 2


def room_loss(network, texts, shares):
    """Cross entropy of whom each person should meet and who is near, as a list of all others (ListNet, Cao et al. 2007)."""
    lacking, giving = network.read(texts)
    closeness = (lacking @ giving.T + giving @ lacking.T) / 2 / TEMPERATURE
    likely = F.log_softmax(closeness.masked_fill(torch.eye(len(texts), dtype=torch.bool), -1e9), 1)
    return -(likely * shares)[shares.sum(1) > 0].sum(1).mean()


def endlessly(things, chance):
    """Blocks or rooms in random order, each once before any comes again."""
    while things:
        yield from chance.sample(things, len(things))


def learn(network, scenes, introductions, rooms, pieces_of, chance, options):
    """Many blocks a step, and every few steps a room. A pass reads all introductions, and of the scenes the next share."""
    some, next_scenes = endlessly(rooms, chance), endlessly(scenes, chance)
    share = round(options.scene_share * len(scenes))
    passes = [introductions + list(itertools.islice(next_scenes, share)) for _ in range(options.epochs)]
    plan = [batch for blocks in passes for batch in in_batches(blocks, options.batch, chance)]
    descent = Descent(network, options.rate, HEAD_RATE * options.rate / RATE, len(plan), options.steps)
    for batch in plan:
        loss = block_loss(network, batch, pieces_of)
        loss.backward()
        if rooms and descent.step_count % ROOM_EVERY == ROOM_EVERY - 1:
            (options.room_share * room_loss(network, *next(some))).backward()
        descent.step(loss.item())
        if descent.done:
            break


def main():
    parser = room_arguments(__doc__, epochs=3, batch=32, rate=RATE)
    parser.add_argument('--begin', type=pathlib.Path, help='what was learnt before, to go on from instead of the start weights')
    parser.add_argument('--scene-share', type=float, default=1.0, help='of the scenes, how many a pass reads beside all introductions')
    parser.add_argument('--room-share', type=float, default=0.3, help='how much a room counts beside the scenes')
    options = parser.parse_args()
    chance = begin(options)
    vocabulary = Vocabulary.read(options.model)
    cut = functools.cache(lambda text: vocabulary.ids(text, LONGEST_SCENE))

    def pieces_of(scene):
        return cut('。'.join(scene) if chance.random() < WITH_SPEAKER else scene[1])

    scenes, introductions, rooms = read_blocks(SCENES), read_blocks(INTRODUCTIONS), read_rooms(vocabulary, options.hold_out)
    print(f'{len(scenes)} blocks of scenes and {len(introductions)} of introductions, {len(rooms)} rooms')
    network = EncountersNetwork(StartWeights(), read_vectors(options.model))
    if options.begin:
        load(network, options.begin, options.model).train()
    else:
        network.centre([cut(side[0][1]) for block in scenes[::SAMPLED] for side in block])
    learn(network, scenes, introductions, rooms, pieces_of, chance, options)
    save(network, options.work / 'encounters.pt', options.model)


if __name__ == '__main__':
    main()
