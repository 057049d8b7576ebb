"""Tacotron 2 с токенами стиля: текст -> мел-спектрограмма."""
import torch
from torch import nn
from torch.nn import functional as F


class LinearNorm(nn.Module):
    def __init__(self, in_dim, out_dim, bias=True, gain='linear'):
        super().__init__()
        self.linear_layer = nn.Linear(in_dim, out_dim, bias=bias)
        nn.init.xavier_uniform_(self.linear_layer.weight, gain=nn.init.calculate_gain(gain))

    def forward(self, x):
        return self.linear_layer(x)


def conv_block(in_dim, out_dim, kernel_size):
    """Свёртка той же длины и нормировка по батчу."""
    return nn.Sequential(
        nn.Conv1d(in_dim, out_dim, kernel_size, padding=kernel_size // 2),
        nn.BatchNorm1d(out_dim),
    )


def memory_dim(hparams):
    """Ширина выхода энкодера вместе с токеном стиля."""
    style = hparams.token_embedding_size if hparams.use_gst else 0
    return hparams.encoder_embedding_dim + style


class Prenet(nn.Module):
    """Узкое горло перед декодером. Dropout работает и при синтезе, иначе речь монотонна."""

    def __init__(self, in_dim, sizes, dropout_rate):
        super().__init__()
        dims = [in_dim] + sizes
        self.layers = nn.ModuleList(
            LinearNorm(a, b, bias=False, gain='relu') for a, b in zip(dims, dims[1:]))
        self.dropout_rate = dropout_rate

    def forward(self, x):
        for layer in self.layers:
            x = F.dropout(F.relu(layer(x)), self.dropout_rate, training=True)
        return x


class Postnet(nn.Module):
    """Пять свёрток, которые дорисовывают мелкие детали мела."""

    def __init__(self, hparams):
        super().__init__()
        inner = [hparams.postnet_embedding_dim] * (hparams.postnet_n_convolutions - 1)
        dims = [hparams.n_mel_channels] + inner + [hparams.n_mel_channels]
        self.convolutions = nn.ModuleList(
            conv_block(a, b, hparams.postnet_kernel_size) for a, b in zip(dims, dims[1:]))
        self.dropout_rate = hparams.postnet_dropout_rate

    def forward(self, x):
        for conv in self.convolutions[:-1]:
            x = F.dropout(torch.tanh(conv(x)), self.dropout_rate, self.training)
        return F.dropout(self.convolutions[-1](x), self.dropout_rate, self.training)


class Encoder(nn.Module):
    """Свёртки и двунаправленный LSTM."""

    def __init__(self, hparams):
        super().__init__()
        dim = hparams.encoder_embedding_dim
        dims = [hparams.symbols_embedding_dim] + [dim] * hparams.encoder_n_convolutions
        self.convolutions = nn.ModuleList(
            conv_block(a, b, hparams.encoder_kernel_size) for a, b in zip(dims, dims[1:]))
        self.lstm = nn.LSTM(dim, dim // 2, batch_first=True, bidirectional=True)
        self.dropout_rate = hparams.encoder_dropout_rate

    def forward(self, x, lengths):
        for conv in self.convolutions:
            x = F.dropout(F.relu(conv(x)), self.dropout_rate, self.training)
        packed = nn.utils.rnn.pack_padded_sequence(
            x.transpose(1, 2), lengths.cpu(), batch_first=True, enforce_sorted=False)
        outputs, _ = self.lstm(packed)
        return nn.utils.rnn.pad_packed_sequence(outputs, batch_first=True)[0]


class StyleTokens(nn.Module):
    """Опорный энкодер и внимание на обучаемые токены стиля."""

    def __init__(self, hparams):
        super().__init__()
        filters = [1] + hparams.ref_enc_filters
        self.convolutions = nn.ModuleList(
            nn.Conv2d(a, b, hparams.ref_enc_size, hparams.ref_enc_strides, hparams.ref_enc_pad)
            for a, b in zip(filters, filters[1:]))
        width = hparams.n_mel_channels
        for _ in hparams.ref_enc_filters:
            width = (width + 2 * hparams.ref_enc_pad[1] - hparams.ref_enc_size[1]) // hparams.ref_enc_strides[1] + 1
        self.gru = nn.GRU(filters[-1] * width, hparams.ref_enc_gru_size, batch_first=True)
        self.query = LinearNorm(hparams.ref_enc_gru_size, hparams.token_embedding_size)
        self.tokens = nn.Parameter(torch.randn(hparams.token_num, hparams.token_embedding_size) * 0.5)
        self.attention = nn.MultiheadAttention(
            hparams.token_embedding_size, hparams.num_heads, batch_first=True)

    def forward(self, mels):
        x = mels.transpose(1, 2).unsqueeze(1)
        for conv in self.convolutions:
            x = F.relu(conv(x))
        _, state = self.gru(x.transpose(1, 2).flatten(2))
        query = self.query(state.transpose(0, 1))
        tokens = torch.tanh(self.tokens).expand(len(mels), -1, -1)
        return self.attention(query, tokens, tokens)[0]


class Attention(nn.Module):
    """Внимание, которое помнит, куда смотрело раньше."""

    def __init__(self, hparams):
        super().__init__()
        kernel = hparams.attention_location_kernel_size
        self.query = LinearNorm(hparams.attention_rnn_dim, hparams.attention_dim, bias=False, gain='tanh')
        self.memory = LinearNorm(memory_dim(hparams), hparams.attention_dim, bias=False, gain='tanh')
        self.location = nn.Sequential(
            nn.Conv1d(2, hparams.attention_location_n_filters, kernel, padding=kernel // 2, bias=False),
            nn.Conv1d(hparams.attention_location_n_filters, hparams.attention_dim, 1, bias=False),
        ) if hparams.use_location_sensitive_attention else None
        self.energy = LinearNorm(hparams.attention_dim, 1, bias=False)
        self.smoothing = hparams.attention_smoothing_factor if hparams.use_attention_smoothing else 0.0

    def forward(self, query, memory, keys, history, padding):
        hidden = self.query(query).unsqueeze(1) + keys
        if self.location is not None:
            hidden = hidden + self.location(history).transpose(1, 2)
        energies = self.energy(torch.tanh(hidden)).squeeze(2).masked_fill(padding, -1e4)
        weights = torch.softmax(energies, dim=1)
        if self.smoothing:
            uniform = (~padding).float() / (~padding).sum(1, keepdim=True)
            weights = (1.0 - self.smoothing) * weights + self.smoothing * uniform
        context = torch.bmm(weights.unsqueeze(1), memory).squeeze(1)
        return context, weights


class Decoder(nn.Module):
    """По кадру за шаг: Prenet, RNN внимания, RNN декодера, мел и признак конца."""

    def __init__(self, hparams):
        super().__init__()
        self.hparams = hparams
        frame, memory = hparams.n_mel_channels, memory_dim(hparams)
        self.prenet = Prenet(frame, [hparams.prenet_dim] * 2, dropout_rate=hparams.dropout_rate)
        self.attention_rnn = nn.LSTMCell(hparams.prenet_dim + memory, hparams.attention_rnn_dim)
        self.attention = Attention(hparams)
        self.decoder_rnn = nn.LSTMCell(hparams.attention_rnn_dim + memory, hparams.decoder_rnn_dim)
        self.linear_projection = LinearNorm(hparams.decoder_rnn_dim + memory, frame)
        self.gate_layer = LinearNorm(hparams.decoder_rnn_dim + memory, 1, gain='sigmoid')

    def forward(self, memory, padding, mels=None, teacher_forcing=1.0):
        """Без mels работает до признака конца, с mels ровно столько кадров, сколько в них."""
        hparams = self.hparams
        batch, time, _ = memory.shape
        keys = self.attention.memory(memory)
        frame = memory.new_zeros(batch, hparams.n_mel_channels)
        weights, total = memory.new_zeros(batch, time), memory.new_zeros(batch, time)
        context = memory.new_zeros(batch, memory.size(2))
        first = second = None

        steps = hparams.max_decoder_steps if mels is None else mels.size(2)
        frames, gates, alignments = [], [], []
        for step in range(steps):
            first = self.attention_rnn(torch.cat([self.prenet(frame), context], 1), first)
            query = F.dropout(first[0], hparams.p_attention_dropout, self.training)
            history = torch.stack([weights, total], 1)
            context, weights = self.attention(query, memory, keys, history, padding)
            total = total + weights
            second = self.decoder_rnn(torch.cat([query, context], 1), second)
            output = torch.cat([F.dropout(second[0], hparams.p_decoder_dropout, self.training), context], 1)

            frames.append(self.linear_projection(output))
            gates.append(self.gate_layer(output).squeeze(1))
            alignments.append(weights)
            if mels is None:
                frame = frames[-1]
                if (torch.sigmoid(gates[-1]) > hparams.gate_threshold).all():
                    break
            else:
                truth = torch.rand(1).item() < teacher_forcing
                frame = mels[:, :, step] if truth else frames[-1].detach()
        return torch.stack(frames, 2), torch.stack(gates, 1), torch.stack(alignments, 1)


class Tacotron2(nn.Module):
    def __init__(self, hparams):
        super().__init__()
        self.embedding = nn.Embedding(hparams.n_symbols, hparams.symbols_embedding_dim)
        self.encoder = Encoder(hparams)
        self.gst = StyleTokens(hparams) if hparams.use_gst else None
        self.decoder = Decoder(hparams)
        self.postnet = Postnet(hparams)

    def forward(self, text, text_lengths, style_mels, mels=None, teacher_forcing=1.0):
        """style_mels задаёт манеру речи; при обучении это те же mels."""
        memory = self.encoder(self.embedding(text).transpose(1, 2), text_lengths)
        if self.gst is not None:
            style = self.gst(style_mels).expand(-1, memory.size(1), -1)
            memory = torch.cat([memory, style], 2)
        padding = torch.arange(memory.size(1), device=text.device) >= text_lengths.unsqueeze(1)
        mel, gate, alignments = self.decoder(memory, padding, mels, teacher_forcing)
        return mel, mel + self.postnet(mel), gate, alignments
