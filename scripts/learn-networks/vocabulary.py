"""Chooses the pieces of XLM-R's vocabulary that Japanese introductions need, and writes them with their vectors.

    python scripts/learn-networks/vocabulary.py

A network has to be learnt again when its vocabulary changes.
"""
import argparse
import json
import pathlib
import re
import unicodedata
from collections import Counter

from pieces import BLANK, UNKNOWN, Vocabulary, write_vectors
from start_weights import StartWeights

ROOT = pathlib.Path(__file__).parents[2]
LIBRARY = ROOT / 'libs/nlp'
# Latin pieces that are kept although none of our texts shows them: so many of the likeliest.
LATIN = 6000
# Any other piece has to be seen so often.
FEWEST = 2
JAPANESE = re.compile(r'[ぁ-んァ-ヴー一-鿿々〆]')
MARKS = re.compile(r'[、。・「」『』【】…〜～●■◆★☆♪○◎△▲▼※→←↑↓°℃]*')
LATIN_PIECE = re.compile(r'[\x21-\x7e]+')


def own_texts():
    """Introductions, scenes of encounters and names of concepts."""
    for file in sorted((LIBRARY / 'lexicon/judgement/introductions').glob('*.jsonl')):
        yield from (json.loads(line)['text'] for line in file.open(encoding='utf8') if line.strip())
    for file in sorted((LIBRARY / 'lexicon').glob('encounters/*.txt')) + sorted((LIBRARY / 'lexicon').glob('concepts/*.txt')):
        if file.name != 'words.txt':
            for line in file.open(encoding='utf8'):
                if not line.startswith('#'):
                    yield from re.split(r'^[-+] | = | \| ', line)


def choose(pieces, scores, seen):
    """Rows that are kept, in order: everything that Japanese is written with, Latin by likelihood, and what is seen."""
    kept, latin = set(range(UNKNOWN + 1)), []
    for row, piece in enumerate(pieces):
        word = piece.replace(BLANK, '')
        if row <= UNKNOWN or unicodedata.normalize('NFKC', word) != word or not is_japanese_type(word):
            continue
        if LATIN_PIECE.fullmatch(word) and len(word) > 2:
            latin.append(row)
        elif JAPANESE.search(word) or LATIN_PIECE.fullmatch(word) or MARKS.fullmatch(word) or seen[row] >= FEWEST:
            kept.add(row)
    likeliest = sorted(latin, key=lambda row: -scores[row])[:LATIN]
    return sorted(kept | set(likeliest) | {row for row in latin if seen[row]})


def is_japanese_type(word):
    """Every letter is in JIS X 0208 or 0212: Chinese that Japan does not write is not."""
    try:
        word.encode('euc_jp')
    except UnicodeEncodeError:
        return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', type=pathlib.Path, default=LIBRARY / 'model', help='folder to write to')
    model = parser.parse_args().model
    start = StartWeights()
    everything = Vocabulary(start.pieces, start.scores)
    seen = Counter(row for text in own_texts() for row in everything.cut(unicodedata.normalize('NFKC', text))[0])
    rows = choose(start.pieces, start.scores, seen)
    (model / 'pieces.txt').write_text(''.join(f'{start.pieces[row]}\t{start.scores[row]:.4f}\n' for row in rows), 'utf8')
    write_vectors(model, start.matrix('emb.word', start.width)[rows].numpy())
    print(f'{len(rows)} pieces of {len(start.pieces)} written to {model}')


if __name__ == '__main__':
    main()
