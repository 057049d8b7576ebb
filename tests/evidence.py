"""The kinds of evidence, with a case in which each decides and one in which it rightly does not:
`python -m tests.evidence` writes docs/evidence.md anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "evidence.md"
HEAD = """# What speaks for a repair

Each fix says why it is offered, one plain sentence for each piece of evidence, at the prompt and
in JSON. Of each kind the table names one case of `tests/cases` in which it decides, and one in
which it is there and rightly does not. A test runs both, and the first once more without the
evidence: then nothing is chosen, or, where `--yes` never chooses such a fix, it is not the first.

"""
COLUMNS = "| kind | says | decides | does not decide |\n| --- | --- | --- | --- |\n"
Files = dict[str, str]


class Case(NamedTuple):
    """A folder of tests/cases, the key that the finding in it is about, and, where the evidence
    does not decide, a part of its sentence."""

    name: str
    key: str
    sentence: str = ""


class Past(NamedTuple):
    """A project by its commits, in words, and the key; each commit holds the files it changes."""

    says: str
    key: str
    commits: tuple[Files, ...]
    sentence: str = ""


class Without(NamedTuple):
    """What takes the evidence away: text of one file, and what stands there instead."""

    path: str
    old: str
    new: str


class Kind(NamedTuple):
    """A kind of evidence as JSON has it, with a part of its sentence.

    `without` takes the evidence away in `decides`; None does without git. `chosen` is False where
    `--yes` never chooses such a fix, and the evidence makes it the first.
    """

    kind: str
    sentence: str
    decides: Case | Past
    without: Without | None
    declines: Case | Past
    chosen: bool = True


def hparams(*entries: str) -> str:
    lines = "".join(f"    {each},\n" for each in ("batch_size=32", "epochs=500", *entries))
    return f"from tools import HParams\n\nhparams = HParams(\n{lines})\n"


def reads(*keys: str) -> str:
    return "from hparams import hparams\n\n" + "".join(f"print(hparams.{key})\n" for key in keys)


TURNED = Past(
    "`layer_norm_epsilon=1e-6` became `norm_epsilon=1e-6`",
    "layer_norm_epsilon",
    (
        {"hparams.py": hparams("layer_norm_epsilon=1e-6"), "a.py": reads("layer_norm_epsilon")},
        {"hparams.py": hparams("norm_epsilon=1e-6")},
    ),
)
BOTH_READ = Past(
    "`filter_length=1024` became `n_fft=1024`, and one file reads both",
    "filter_length",
    (
        {"hparams.py": hparams("filter_length=1024"), "a.py": reads("filter_length")},
        {"hparams.py": hparams("n_fft=1024"), "a.py": reads("filter_length", "n_fft")},
    ),
    "turned `filter_length=1024` into `n_fft=1024`",
)
MOVED = Past(
    "`warm_up=4000` gave way to `settling=8000`, and two reads moved along",
    "warm_up",
    (
        {
            "hparams.py": hparams("warm_up=4000"),
            "a.py": reads("warm_up"),
            "b.py": reads("warm_up", "warm_up"),
        },
        {"hparams.py": hparams("settling=8000"), "b.py": reads("settling", "settling")},
    ),
)
SIDE_BY_SIDE = Past(
    "`learning_rates` stood beside `learning_rate` until it was removed",
    "learning_rates",
    (
        {
            "hparams.py": hparams("learning_rate=1e-3", "learning_rates=1e-3"),
            "a.py": reads("learning_rates"),
        },
        {"hparams.py": hparams("learning_rate=1e-3")},
    ),
    "were both declared until commit",
)
REMOVED = Past(
    "`tube_length=3` was removed, and nothing came",
    "tube_length",
    (
        {"hparams.py": hparams("tube_length=3"), "a.py": reads("tube_length")},
        {"hparams.py": hparams()},
    ),
)

KINDS = (
    Kind("words", "both names say `lr`",
         Case("HP001-click-parameter-that-no-option-gives", "lr"),
         Without("train.py", '"--learning-rate", "-lr"', '"--momentum", "-m"'),
         Case("HP001-a-filler-makes-another-key", "head_dim",
              "both names say `head`")),
    Kind("spelling", "are a slip apart",
         Case("HP001-augmented-assignment", "learning_rte"),
         Without("hparams.py", "learning_rate", "pace"),
         Case("HP001-one-letter-makes-another-word", "decay_steps",
              "are a slip apart")),
    Kind("spelling", "only case, dashes or underscores differ",
         Case("HP001-spelling-differs-in-case", "samplingRate"),
         Without("hparams.py", "sampling_rate", "hertz"),
         Case("HP001-dict-spread-over-a-function", "topk",
              "only case, dashes or underscores differ")),
    Kind("veto", "no rename to `adam_beta1`: the digits differ",
         Case("HP001-digits", "adam_beta2"),
         Without("hparams.py", "adam_beta1", "momentum"),
         Case("HP001-guarded-by-hasattr", "mel_fmax",
              "`max` and `min` are opposites"), chosen=False),
    Kind("value", "both are 500",
         Case("HP001-config-spread-over-a-constructor", "warmup"),
         Without("config.yaml", "warmup: 500", "warmup: 400"),
         Case("HP001-same-default-under-another-name", "guided_attention_weight",
              "both are 1.0")),
    Kind("type", "no rename: `warmup_steps` is int, not float",
         Case("HP001-type-forbids-the-rename", "warmup_step"),
         Without("hparams.py", "warmup_steps=2000", "warmup_steps=0.05"),
         Case("HP001-renamed-but-of-another-type", "warmup",
              "`warmup_steps` is int, not bool"), chosen=False),
    Kind("type", "no rename: `warmup_steps=2000.0` lies outside of what is tried",
         Case("HP001-range-forbids-the-rename", "warmup_step"),
         Without("hparams.py", "warmup_steps=2000.0", "warmup_steps=0.05"),
         Case("HP001-value-became-a-list", "kernel_size",
              "`kernel_sizes` is list, not int"), chosen=False),
    Kind("type", 'no rename: `norms` takes "batch", "layer", not "l2"',
         Case("HP001-choices-forbid-the-rename", "norm"),
         Without("train.py", '"layer"]', '"l2"]'),
         Case("HP001-renamed-but-of-another-type", "warmup",
              "`warmup_steps` is int, not bool"), chosen=False),
    Kind("history", "turned `layer_norm_epsilon=1e-6` into `norm_epsilon=1e-6`",
         TURNED, None, BOTH_READ),
    Kind("history", "turned `warm_up=4000` into `settling=8000` and 2 uses with it",
         MOVED, None, SIDE_BY_SIDE),
    Kind("history", "declared as `tube_length=3` until commit",
         REMOVED, None,
         TURNED._replace(sentence="declared as `layer_norm_epsilon=1e-6` until commit"),
         chosen=False),
    Kind("declared rename", "the configuration renames `prenet_dropout` to it",
         Case("HP001-configuration-declares-the-rename", "prenet_dropout"),
         Without("hpfix.toml", "prenet_dropout", "postnet_dropout"),
         Case("HP001-configured-rename-with-both-names-in-use", "hidden_units",
              "the configuration renames")),
    Kind("comment", "a comment in hparams.py says `renamed from n_heads`",
         Case("HP001-class-attribute-holds-hparams", "n_heads"),
         Without("hparams.py", "renamed from", "more than"),
         Case("HP001-both-names-live-side-by-side", "hidden_units",
              "says `renamed from hidden_units`")),
    Kind("comment", "`B` is declared with the comment `batch size`",
         Case("HP001-comment-spells-the-key-out", "batch_size"),
         Without("hyperparams.py", "# batch size", "# clips"),
         Case("HP001-comment-spells-out-what-is-not-meant", "window_length",
              "with the comment `window length, at most`")),
    Kind("comment", "has `stacks=[4, 2]` commented out",
         Case("HP001-insert-what-is-commented-out", "stacks"),
         Without("hparams.py", "# stacks=[4, 2],  #", "#"),
         Case("HP001-commented-out-and-renamed", "stacks",
              "has `stacks=4` commented out"), chosen=False),
    Kind("sibling", "data/audio.py:6 has `scale_signal` where model/audio.py:6 has",
         Case("HP001-sibling-file-was-renamed-already", "normalize_wave"),
         Without("data/audio.py", "if hparams.scale_signal:", "x = hparams.scale_signal()"),
         Case("HP001-sibling-program-has-its-own-keys", "voice_save_every",
              "in the same code")),
    Kind("sibling", "the same step makes `p_decoder_dropout` of `decoder_dropout`",
         Case("HP001-neighbour-was-renamed", "decoder_dropout"),
         Without("hparams.py", "# renamed from attention_dropout", ""),
         Case("HP001-neighbour-was-renamed-and-the-key-was-not", "decoder_dropout",
              "the same step makes")),
    Kind("sibling", "small_hparams.py:8 declares `upsample_scales=[11, 25]`",
         Case("HP001-insert-what-a-sibling-declares", "upsample_scales"),
         Without("small_hparams.py", "    upsample_scales=[11, 25],\n", ""),
         Case("HP001-command-in-a-comment", "n_gpus",
              "declares `n_gpus=4`"), chosen=False),
    Kind("search space", "the search space in tuner.yaml starts from 5.0",
         Case("HP002-aligned-comments", "gate_positive_weight"),
         Without("tuner.yaml", ", default: 5.0", ""),
         Case("HP002-two-spaces-start-from-different-values", "mixup_alpha",
              "starts from 0.2")),
    Kind("use", "its value goes into `lr`",
         Case("HP001-value-goes-into-a-keyword-of-the-same-words", "learning"),
         Without("train.py", "lr=hparams.learning", "hparams.learning"),
         Case("HP001-value-goes-into-a-keyword", "pace",
              "its value goes into `lr`")),
    Kind("use", "`class Prenet` reads it: the words of both are those of `prenet_dropout`",
         Case("HP001-class-says-which-key-it-reads", "dropout"),
         Without("model.py", "class Prenet", "class Postnet"),
         Case("HP001-class-says-which-key-it-reads", "dropout",
              "`class Prenet` reads it"), chosen=False),
    Kind("orphan", "`encoder_kernel_size` is declared and no read refers to it",
         Case("HP001-clearly-nearer-than-the-next", "enc_kernel_size"),
         Without("model.py", "hparams.batch_size", "hparams.encoder_kernel_size"),
         Case("HP001-two-candidates-equally-good", "dropout",
              "no read refers to it")),
    Kind("one-to-one", "which is not declared either, is nearer to `guide_loss_weight`",
         Case("HP001-each-key-has-its-own-candidate", "loss_weights"),
         Without("losses.py", "hparams.guide_loss_weights", "hparams.loss_wieght"),
         Case("HP001-two-keys-compete-for-one-candidate", "dropout_rates",
              "may be `dropout_rate` as well")),
    Kind("margin", "it is clearly nearer than `encoder_layer_kernel_size`",
         Case("HP001-clearly-nearer-than-the-next", "enc_kernel_size"),
         Without("hparams.py", "encoder_layer_kernel_size", "encoder_kernels"),
         Case("HP001-next-candidate-is-about-as-near", "enc_kernel_size",
              "is about as near")),
    Kind("misspelt declaration", "the declaration may have the slip",
         Case("HP001-declaration-is-misspelt", "warmup_epochs"),
         Without("train.py", "epoch / args.warmup_epochs", "epoch / 5"),
         Case("HP001-declaration-is-misspelt-and-renamed", "num_workers",
              "may have the slip"), chosen=False),
    Kind("receiver", "`args`, of which train.py:12 reads `epochs`, has the key",
         Case("HP001-another-object-at-hand-has-the-key", "ckpt_dir"),
         Without("train.py", "range(args.epochs)", "range(10)"),
         Case("HP001-renamed-though-another-object-has-the-key", "ckpt_dir",
              "has the key"), chosen=False),
    Kind("place", "of the mappings inside of TrainingConfig, only `audio` declares `sample_rate`",
         Case("HP001-key-looked-up-outside-of-its-mapping", "sample_rate"),
         Without("settings.py", "    sample_rate: int = 22050\n", ""),
         Case("HP001-key-of-two-inner-mappings", "depth",
              "and so does `generator`"), chosen=False),
    Kind("still given", "exp/fast.json:1 gives `lr` a value",
         Case("HP001-loaded-file-still-gives-the-old-key", "lr"),
         Without("exp/fast.json", "lr", "pace"),
         Case("HP001-loaded-file-still-gives-the-old-key", "lr",
              "gives `lr` a value"), chosen=False),
    Kind("surroundings", "it stands in `TextEncoder`",
         Case("HP001-key-became-two-and-each-place-tells-which", "dropout"),
         Without("model/blocks.py", "class TextEncoder", "class Text"),
         Case("HP001-key-became-two-and-one-place-tells-nothing", "heads",
              "it stands in `ValueTable`")),
)  # fmt: skip


def page() -> str:
    """The text of docs/evidence.md."""
    rows = (
        f"| {each.kind} | {each.sentence} | {_shown(each.decides)} | {_shown(each.declines)} |\n"
        for each in KINDS
    )
    return HEAD + COLUMNS + "".join(rows)


def _shown(where: Case | Past) -> str:
    match where:
        case Case(name, key, _):
            return f"`{name}`: `{key}`"
        case Past(says, _, _, _):
            return f"a commit: {says}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
