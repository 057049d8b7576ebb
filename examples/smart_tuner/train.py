"""Обучение Tacotron 2.

    python train.py --output_directory output --hparams "batch_size=16,epochs=150"
"""
import argparse
import json
import os
import time

import librosa
import numpy as np
import torch
from torch import distributed as dist
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset
from torch.utils.tensorboard import SummaryWriter

from hparams import create_hparams
from model import Tacotron2
from text import text_to_sequence


class TextMelDataset(Dataset):
    """Строки «файл|текст» -> номера символов и мел-спектрограмма."""

    def __init__(self, files, hparams):
        self.hparams = hparams
        with open(files, encoding='utf-8') as f:
            self.items = [line.rstrip('\n').split('|')[:2] for line in f if '|' in line]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        path, text = self.items[index]
        sequence = torch.tensor(text_to_sequence(text, self.hparams.text_cleaners))
        return sequence, self.load_mel(os.path.join(self.hparams.dataset_path, path))

    def load_mel(self, path):
        hparams = self.hparams
        if hparams.load_mel_from_disk:
            return torch.from_numpy(np.load(path)).float()
        audio, _ = librosa.load(path, sr=hparams.sampling_rate)
        audio = np.round(audio * hparams.max_wav_value) / hparams.max_wav_value
        mel = librosa.feature.melspectrogram(
            y=audio, sr=hparams.sampling_rate, n_fft=hparams.filter_length, hop_length=hparams.hop_length,
            win_length=hparams.win_length, n_mels=hparams.n_mel_channels, fmin=hparams.mel_fmin,
            fmax=hparams.mel_fmax, power=1.0)
        return torch.from_numpy(np.log(np.maximum(mel, 1e-5))).float()


def collate(batch):
    """Добивает тексты и мелы нулями; gate равен 1 с последнего кадра."""
    text_lengths = torch.tensor([len(text) for text, _ in batch])
    mel_lengths = torch.tensor([mel.size(1) for _, mel in batch])
    text = torch.zeros(len(batch), int(text_lengths.max()), dtype=torch.long)
    mels = torch.zeros(len(batch), batch[0][1].size(0), int(mel_lengths.max()))
    gate = torch.zeros(len(batch), int(mel_lengths.max()))
    for i, (sequence, mel) in enumerate(batch):
        text[i, :len(sequence)] = sequence
        mels[i, :, :mel.size(1)] = mel
        gate[i, mel.size(1) - 1:] = 1.0
    return text, text_lengths, mels, mel_lengths, gate


def prepare_loaders(hparams):
    train_set = TextMelDataset(hparams.training_files, hparams)
    val_set = TextMelDataset(hparams.validation_files, hparams)
    train_loader = DataLoader(
        train_set, batch_size=hparams.batch_size, shuffle=True, drop_last=True, collate_fn=collate)
    val_loader = DataLoader(val_set, batch_size=hparams.batch_size, collate_fn=collate)
    return train_loader, val_loader


def drop_frames(mels, hparams):
    """Заменяет часть кадров на входе декодера средним по базе."""
    if not hparams.drop_frame_rate or not os.path.isfile(hparams.global_mean_npy):
        return mels
    mean = torch.from_numpy(np.load(hparams.global_mean_npy)).to(mels)
    dropped = torch.rand(mels.size(0), 1, mels.size(2), device=mels.device) < hparams.drop_frame_rate
    return torch.where(dropped, mean.view(1, -1, 1), mels)


def teacher_forcing(hparams, iteration):
    """Доля истинных кадров на входе декодера на этом шаге."""
    if not hparams.use_scheduled_teacher_forcing:
        return hparams.p_teacher_forcing
    done = (iteration - hparams.teacher_forcing_decay_start) / hparams.teacher_forcing_decay_steps
    done = min(max(done, 0.0), 1.0)
    start, end = hparams.teacher_forcing_start_ratio, hparams.teacher_forcing_end_ratio
    return start + (end - start) * done


def guide_weight(hparams, iteration):
    """Вес guide loss: держится, потом линейно убывает до нуля."""
    if not hparams.use_dynamic_guide_loss:
        return hparams.guide_loss_initial_weight
    done = (iteration - hparams.guide_loss_decay_start) / hparams.guide_loss_decay_steps
    return hparams.guide_loss_initial_weight * (1.0 - min(max(done, 0.0), 1.0))


def guide_loss(alignments, text_lengths, mel_lengths, sigma=0.4):
    """Штраф за внимание в стороне от диагонали."""
    frames = torch.arange(alignments.size(1), device=alignments.device).view(1, -1, 1) / mel_lengths.view(-1, 1, 1)
    chars = torch.arange(alignments.size(2), device=alignments.device).view(1, 1, -1) / text_lengths.view(-1, 1, 1)
    penalty = 1.0 - torch.exp(-(frames - chars) ** 2 / (2 * sigma ** 2))
    inside = (frames < 1.0) & (chars < 1.0)
    return (alignments * penalty * inside).sum() / mel_lengths.sum()


def compute_loss(outputs, batch, hparams, iteration):
    _, text_lengths, mels, mel_lengths, gate = batch
    mel, mel_post, gate_out, alignments = outputs
    mask = torch.ones_like(gate)
    if hparams.mask_padding:
        mask = (torch.arange(gate.size(1), device=gate.device) < mel_lengths.unsqueeze(1)).float()

    mel_mask = mask.unsqueeze(1)
    norm = mel_mask.sum() * hparams.n_mel_channels
    loss = (((mel - mels) ** 2 + (mel_post - mels) ** 2) * mel_mask).sum() / norm
    loss = loss + (F.binary_cross_entropy_with_logits(gate_out, gate, reduction='none') * mask).sum() / mask.sum()
    guide = guide_loss(alignments, text_lengths, mel_lengths)
    return loss + hparams.attention_alignment_loss_weight * guide_weight(hparams, iteration) * guide


def validate(model, loader, hparams, iteration, device):
    """Средние показатели по валидации: их читает тюнер."""
    model.eval()
    totals = {'val_loss': 0.0, 'attention_alignment_score': 0.0, 'gate_accuracy': 0.0, 'mel_quality_score': 0.0}
    with torch.no_grad():
        for batch in loader:
            batch = [x.to(device) for x in batch]
            text, text_lengths, mels, mel_lengths, gate = batch
            outputs = model(text, text_lengths, mels, mels)
            said = torch.sigmoid(outputs[2]) > hparams.gate_threshold
            totals['val_loss'] += compute_loss(outputs, batch, hparams, iteration).item()
            totals['attention_alignment_score'] += 1.0 - guide_loss(outputs[3], text_lengths, mel_lengths).item()
            totals['gate_accuracy'] += (said == (gate > 0.5)).float().mean().item()
            totals['mel_quality_score'] += torch.exp(-(outputs[1] - mels).abs().mean()).item()
    model.train()
    metrics = {name: value / max(len(loader), 1) for name, value in totals.items()}
    if hparams.log_alignment_metrics and metrics['attention_alignment_score'] < hparams.alignment_diagonal_threshold:
        print(f'шаг {iteration}: внимание не на диагонали')
    return metrics


def load_checkpoint(path, model, optimizer, hparams, warm_start):
    """Возвращает шаг и скорость обучения, с которых продолжать."""
    checkpoint = torch.load(path, map_location='cpu')
    state = checkpoint['state_dict']
    if warm_start:
        ignored = hparams.ignore_layers + (hparams.mmi_ignore_layers if hparams.use_mmi else [])
        state = {name: value for name, value in state.items() if name not in ignored}
        model.load_state_dict(state, strict=False)
        return 0, hparams.learning_rate
    model.load_state_dict(state)
    optimizer.load_state_dict(checkpoint['optimizer'])
    rate = checkpoint['learning_rate'] if hparams.use_saved_learning_rate else hparams.learning_rate
    return checkpoint['iteration'], rate


def save_checkpoint(path, model, optimizer, learning_rate, iteration):
    torch.save({'iteration': iteration, 'learning_rate': learning_rate,
                'state_dict': model.state_dict(), 'optimizer': optimizer.state_dict()}, path)


def train(output_directory, checkpoint_path, warm_start, hparams):
    torch.manual_seed(hparams.seed)
    torch.backends.cudnn.enabled = hparams.cudnn_enabled
    torch.backends.cudnn.benchmark = hparams.cudnn_benchmark
    if hparams.distributed_run:
        dist.init_process_group(hparams.dist_backend, init_method=hparams.dist_url,
                                world_size=int(os.environ['WORLD_SIZE']), rank=int(os.environ['RANK']))
    os.makedirs(output_directory, exist_ok=True)
    writer = SummaryWriter(os.path.join(output_directory, 'logs'))
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    use_fp16 = hparams.fp16_run and device.type == 'cuda'

    model = Tacotron2(hparams).to(device)
    learning_rate = hparams.learning_rate
    optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate, weight_decay=hparams.weight_decay)
    scaler = torch.cuda.amp.GradScaler(
        init_scale=hparams.loss_scale_init, growth_factor=hparams.loss_scale_factor,
        enabled=use_fp16 and hparams.dynamic_loss_scaling)
    iteration = 0
    if checkpoint_path:
        iteration, learning_rate = load_checkpoint(checkpoint_path, model, optimizer, hparams, warm_start)

    train_loader, val_loader = prepare_loaders(hparams)
    best, stale, last_gain, grad_norm = float('inf'), 0, iteration, 0.0
    model.train()
    for epoch in range(iteration // max(len(train_loader), 1), hparams.epochs):
        for batch in train_loader:
            started = time.perf_counter()
            iteration += 1
            for group in optimizer.param_groups:
                group['lr'] = learning_rate * min(1.0, iteration / max(hparams.warmup_steps, 1))

            batch = [x.to(device) for x in batch]
            text, text_lengths, mels, _, _ = batch
            with torch.autocast(device.type, enabled=use_fp16):
                outputs = model(text, text_lengths, mels, drop_frames(mels, hparams),
                                teacher_forcing(hparams, iteration))
                loss = compute_loss(outputs, batch, hparams, iteration)
            scaler.scale(loss / hparams.gradient_accumulation_steps).backward()
            if iteration % hparams.gradient_accumulation_steps == 0:
                scaler.unscale_(optimizer)
                grad_norm = float(torch.nn.utils.clip_grad_norm_(model.parameters(), hparams.grad_clip_thresh))
                scaler.step(optimizer)
                scaler.update()
                optimizer.zero_grad()

            print(f'{epoch} {iteration} loss {loss.item():.4f} grad {grad_norm:.3f} {time.perf_counter() - started:.2f} с')
            writer.add_scalar('training.loss', loss.item(), iteration)
            if hparams.save_attention_plots and iteration % hparams.attention_plot_frequency == 0:
                writer.add_image('alignment', outputs[3][0].detach().float().cpu().t(), iteration, dataformats='HW')

            last = os.path.join(output_directory, 'checkpoint_last.pt')
            if iteration % hparams.iters_per_checkpoint == 0:
                save_checkpoint(last, model, optimizer, learning_rate, iteration)
            if iteration % hparams.save_interval == 0:
                copy = os.path.join(output_directory, f'checkpoint_{iteration}.pt')
                save_checkpoint(copy, model, optimizer, learning_rate, iteration)

            if iteration % hparams.validate_interval:
                continue
            metrics = validate(model, val_loader, hparams, iteration, device)
            metrics.update(iteration=iteration, train_loss=loss.item(), grad_norm=grad_norm)
            writer.add_scalar('validation.loss', metrics['val_loss'], iteration)
            with open(os.path.join(output_directory, 'metrics.json'), 'w', encoding='utf-8') as f:
                json.dump(metrics, f, indent=2)

            if metrics['val_loss'] < best - hparams.early_stopping_min_delta:
                best, stale, last_gain = metrics['val_loss'], 0, iteration
            else:
                stale += 1
            if hparams.early_stopping and stale >= hparams.early_stopping_patience:
                print(f'ранний останов на шаге {iteration}')
                save_checkpoint(last, model, optimizer, learning_rate, iteration)
                return
            # loss стоит на месте: снижаем скорость, но не ниже предела
            if iteration - last_gain >= hparams.learning_rate_decay_patience:
                learning_rate = max(learning_rate * hparams.learning_rate_decay, hparams.min_learning_rate)
                last_gain = iteration

    save_checkpoint(os.path.join(output_directory, 'checkpoint_last.pt'), model, optimizer, learning_rate, iteration)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description='Обучение Tacotron 2')
    parser.add_argument('-o', '--output_directory', default='output', help='куда писать чекпоинты и журнал')
    parser.add_argument('-c', '--checkpoint_path', default=None, help='с какого чекпоинта продолжить')
    parser.add_argument('--warm_start', action='store_true', help='взять из чекпоинта только веса')
    parser.add_argument('--hparams', default=None, help='строка вида имя=значение,...')
    args = parser.parse_args()

    hparams = create_hparams(args.hparams)
    train(args.output_directory, args.checkpoint_path, args.warm_start, hparams)
