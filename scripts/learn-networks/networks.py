"""The two networks: an encoder each, and what stands on it."""
import torch
import torch.nn.functional as F
from torch import nn

from encoder import Encoder, like_length, mean_of

# None, skill, interest, seeking.
CLASSES = 4
# For kinds the first layers of the encoder are enough, and all twelve learnt nothing at this rate.
KINDS_DEPTH = 8
HIDDEN = 256
DROPPED = 0.1
# The last layer starts so much smaller, so that the priors alone decide at first.
START_SIZE = 0.1
# Numbers of a side of a person, and of a scene's: two of these are how telling the scene is by itself.
SIDE, SCENE_SIDE = 128, 66
# How much of the closeness of two persons comes from what their texts are about, the rest from what they lack and give.
ABOUT_SHARE = 0.5
# Pieces of texts whose sides are read at once, padding included.
BATCH = 1600


class KindsNetwork(nn.Module):
    """Sums for none, skill, interest and seeking of stretches: what the encoder makes of them, added to their priors.

    A stretch is read as its mean, first and last state and the mean of its sentence, through one hidden layer.
    """

    def __init__(self, start, words=None):
        super().__init__()
        self.encoder = Encoder(start, KINDS_DEPTH, words)
        seen = 4 * start.width
        self.hidden = nn.Sequential(nn.LayerNorm(seen), nn.Linear(seen, HIDDEN), nn.GELU(), nn.Dropout(DROPPED))
        self.last = nn.Linear(HIDDEN, CLASSES)
        self.last.weight.data *= START_SIZE
        self.trust = nn.Parameter(torch.tensor(1.0))

    def sums(self, states, there, sentences, starts, ends, priors):
        """Stretches × 4, from the states of texts: for each stretch the row of its sentence, its pieces [start, end) and its prior."""
        up_to = F.pad(states.cumsum(1), (0, 0, 1, 0))
        means = (up_to[sentences, ends] - up_to[sentences, starts]) / (ends - starts)[:, None].float()
        seen = torch.cat([means, states[sentences, starts], states[sentences, ends - 1], mean_of(states, there)[sentences]], 1)
        return self.last(self.hidden(seen)) + self.trust * priors


class EncountersNetwork(nn.Module):
    """Sides of a text, by the mean of its states and a linear layer each over it: towers with one foundation.

    Of a person's texts what they lack, give and are about; of a scene what it asks for and answers.
    """

    def __init__(self, start, words=None):
        super().__init__()
        self.encoder = Encoder(start, start.depth, words)
        self.lacks, self.gives = nn.Linear(start.width, SIDE), nn.Linear(start.width, SIDE)
        nn.init.orthogonal_(self.lacks.weight)
        self.gives.weight.data = self.lacks.weight.data.clone()
        # where texts lie in the mean
        self.register_buffer('middle', torch.zeros(start.width))
        self.asks, self.answers = nn.Linear(start.width, SCENE_SIDE - 1), nn.Linear(start.width, SCENE_SIDE - 1)

    def scene_sides(self, means):
        """What scenes ask for and answer (each scenes × SCENE_SIDE) from their mean states.

        The product of one's asks and another's answers is the product of all numbers but the last, and the last of both.
        """
        asks, answers, one = self.asks(means), self.answers(means), means.new_ones(len(means), 1)
        return torch.cat([asks, one], 1), torch.cat([answers[:, :-1], one, answers[:, -1:]], 1)

    def sides(self, means):
        """What texts lack and give (each texts × SIDE) and what they are about (texts × width), from their mean states.

        The closeness of two is the product of one's lacks and the other's gives and of what both are about.
        """
        by_needs, by_theme = (1 - ABOUT_SHARE) ** 0.5, ABOUT_SHARE ** 0.5
        return by_needs * F.normalize(self.lacks(means), dim=-1), by_needs * F.normalize(self.gives(means), dim=-1), by_theme * F.normalize(means - self.middle, dim=-1)

    def means(self, texts):
        """The mean state of each text, a list of pieces (texts × width), read in batches of like length."""
        parts = list(like_length(texts, BATCH))
        read = torch.cat([mean_of(*self.encoder.read([texts[at] for at in part])) for part in parts])
        return read[torch.tensor([at for part in parts for at in part]).argsort()]

    def read(self, texts):
        """Two unit vectors for each of texts, lists of pieces: the product of one's first and the other's second is their closeness."""
        lacks, gives, about = self.sides(self.means(texts))
        return torch.cat([lacks, about], 1), torch.cat([gives, about], 1)

    @torch.no_grad()
    def centre(self, texts):
        """Starts all sides where texts lie: at their mean, and by how far they are from it. Untaught means are all alike."""
        means = self.eval().means(texts)
        self.middle.copy_(means.mean(0))
        spread = (means - self.middle).norm(dim=1).mean()
        for side in (self.lacks, self.gives):
            side.weight.data /= spread
            side.bias.data = -side.weight.data @ self.middle
        self.train()
