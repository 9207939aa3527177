"""What lacks and gives are learnt from: scenes and introductions that meet, and rooms of people."""
import json
import pathlib
import re

import torch

ROOT = pathlib.Path(__file__).parents[2]
SCENES = ROOT / 'libs/nlp/lexicon/encounters'
INTRODUCTIONS = SCENES / 'introductions'
# Stands before each sentence of an introduction that tells why its writer should meet the others of the block.
TELLS = '*'
ROOMS = ROOT / 'bench/matching/rooms'
# Of a scene or an introduction, of all texts of a person: pieces that are read.
LONGEST_SCENE, LONGEST_PERSON = 120, 160


def read_blocks(folder):
    """Blocks of scenes or introductions as (lacks, gives), each a list of (speaker, words): every lack of a block is met by every gift of it."""
    blocks = []
    for file in sorted(folder.glob('*.txt')):
        if file.name == 'words.txt':
            continue
        for block in re.split(r'\n\s*\n', file.read_text('utf8')):
            sides = [[tuple(part.strip() for part in line[2:].replace(TELLS, '').split('|', 1)) for line in block.split('\n') if line.startswith(mark)] for mark in ('- ', '+ ')]
            if all(sides):
                blocks.append(tuple(sides))
    return blocks


def read_rooms(vocabulary, hold_out):
    """Rooms as (texts, shares): the pieces of each person, and whom they should meet, people × people, each row 1 or nothing in sum.

    The share of a person graded g is in proportion to 2^g − 1, as the gain of a ranking counts it.
    """
    rooms = []
    for file in sorted(ROOMS.glob('*.grades.json')):
        name = file.name.removesuffix('.grades.json')
        if hold_out and re.search(hold_out, name):
            continue
        people = json.loads((ROOMS / f'{name}.json').read_text('utf8'))['participants']
        rows = {person['id']: row for row, person in enumerate(people)}
        gains = torch.zeros(len(people), len(people))
        for person, grades in json.loads(file.read_text('utf8')).items():
            for other, grade in grades.items():
                gains[rows[person], rows[other]] = 2.0 ** grade - 1
        rooms.append(([vocabulary.ids(text_of(person), LONGEST_PERSON) for person in people], gains / gains.sum(1, keepdim=True).clamp(min=1e-9)))
    return rooms


def text_of(person):
    """All texts of a person in the order in which they are read together."""
    jackets = ['\n'.join(filter(None, (jacket.get('title'), jacket.get('description')))) for jacket in person.get('data_jackets') or []]
    return '。'.join(filter(None, [person.get('affiliation'), person.get('intro'), *jackets]))
