"""The transformer encoder that both networks share."""
import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils.rnn import pad_sequence

# This share of what each half of a layer adds is left out while learning.
DROPPED = 0.05
# Numbers of sixteen bits, where the processor multiplies them: where it does not they take twenty times as long.
SIXTEEN_BITS = torch.ops.mkldnn._is_mkldnn_bf16_supported()


def attend(packed, heads, mask=None):
    """Attention among the pieces of texts (texts × length × width), from their queries, keys and values side by side."""
    texts, length, width = packed.shape
    queries, keys, values = packed.view(texts, length, 3, heads, -1).permute(2, 0, 3, 1, 4)
    return F.scaled_dot_product_attention(queries, keys, values, attn_mask=mask).transpose(1, 2).reshape(texts, length, width // 3)


class Attention(torch.autograd.Function):
    """`attend` without padding, exported as one operation: as twenty it takes a short sentence a third of its time."""

    @staticmethod
    def forward(_, packed, heads):
        return attend(packed, heads)

    @staticmethod
    def symbolic(graph, packed, heads):
        parts = graph.op('Split', packed, axis_i=-1, outputs=3)
        return graph.op('com.microsoft::MultiHeadAttention', *parts, num_heads_i=heads).setType(parts[0].type())


class Layer(nn.Module):
    """One layer of a transformer encoder, normalised behind each half (Vaswani et al. 2017)."""

    def __init__(self, start, number):
        super().__init__()
        width, hidden, self.heads = start.width, start.hidden, start.heads

        def linear(names, inputs):
            matrices = [start.matrix(f'l{number}.{name}.w', inputs) for name in names]
            layer = nn.Linear(inputs, sum(len(matrix) for matrix in matrices))
            layer.weight.data, layer.bias.data = torch.cat(matrices), torch.cat([start.numbers(f'l{number}.{name}.b') for name in names])
            return layer

        self.queries_keys_values, self.attended = linear(['q', 'k', 'v'], width), linear(['ao'], width)
        self.inner, self.outer = linear(['fi'], width), linear(['fo'], hidden)
        self.attended_norm, self.outer_norm = norm_of(start, f'l{number}.aln'), norm_of(start, f'l{number}.oln')
        self.drop = nn.Dropout(DROPPED)

    def forward(self, states, mask):
        packed = self.queries_keys_values(states)
        seen = Attention.apply(packed, self.heads) if torch.onnx.is_in_onnx_export() else attend(packed, self.heads, mask)
        states = self.attended_norm(states + self.drop(self.attended(seen)))
        return self.outer_norm(states + self.drop(self.outer(F.gelu(self.inner(states)))))


class Encoder(nn.Module):
    """The first `depth` layers over `words`, the vectors of the kept pieces (pieces × width), which are not learnt."""

    def __init__(self, start, depth, words=None):
        super().__init__()
        self.width = start.width
        self.register_buffer('words', words, persistent=False)
        # there is one type of text, whose vector is added everywhere
        self.positions = nn.Parameter(start.numbers('emb.pos').view(-1, start.width) + start.numbers('emb.type')[:start.width])
        self.norm = norm_of(start, 'emb.ln')
        self.layers = nn.ModuleList(Layer(start, number) for number in range(depth))

    def forward(self, vectors, there=None):
        """States of pieces (texts × length × width) from their vectors; `there` (texts × length) is false for padding."""
        states = self.norm(vectors + self.positions[:vectors.shape[1]])
        for layer in self.layers:
            states = layer(states, None if there is None else there[:, None, None, :])
        return states

    def read(self, texts):
        """States of texts, each a list of pieces, and where there are any: as `forward` returns and takes them."""
        ids = pad_sequence([torch.tensor(text) for text in texts], batch_first=True)
        there = torch.arange(ids.shape[1])[None] < torch.tensor([len(text) for text in texts])[:, None]
        with torch.autocast('cpu', dtype=torch.bfloat16, enabled=SIXTEEN_BITS):
            return self(self.words[ids], there).float(), there


def norm_of(start, name):
    norm = nn.LayerNorm(start.width, start.epsilon)
    norm.weight.data, norm.bias.data = start.numbers(f'{name}.w'), start.numbers(f'{name}.b')
    return norm


def mean_of(states, there=None):
    """The mean state of each text (texts × width)."""
    if there is None:
        return states.mean(1)
    return (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)


def like_length(texts, most):
    """Indexes of texts, lists of pieces, in parts of like length: of at most so many pieces a part, padding included."""
    part = []
    for at in sorted(range(len(texts)), key=lambda one: len(texts[one])):
        if part and (len(part) + 1) * len(texts[at]) > most:
            yield part
            part = []
        part.append(at)
    if part:
        yield part
