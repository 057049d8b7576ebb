"""What holds for every small project, not only for the cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import MappingProxyType

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hpfix import fixes
from hpfix.config import Configuration
from hpfix.findings import Confidence, Finding
from hpfix.project import Project
from hpfix.session import (
    Answer,
    Apply,
    Leave,
    Outcome,
    Question,
    Stop,
    TakeBack,
    carry_out,
    check,
    run,
    take_defaults,
)

FEW = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
CONFIGURATION = Configuration()
# names that real projects declare side by side, look-alikes among them
KEYS = {
    "batch_size": "32",
    "learning_rate": "0.001",
    "learning_rate_decay": "0.5",
    "weight_decay": "0.01",
    "warmup_steps": "2000",
    "gate_threshold": "0.5",
    "hop_length": "256",
    "win_length": "1024",
    "dropout_rate": "0.3",
    "encoder_dropout_rate": "0.05",
    "postnet_dropout_rate": "0.1",
    "attention_dim": "128",
    "attention_rnn_dim": "1024",
    "guide_loss_weight": "1.0",
    "epochs": "500",
    "momentum": "0.9",
}
SPACE = "search space"
FORMS = {
    "attribute": 'print("шаг", hparams.{key})  # {key}',
    "subscript": 'print(hparams["{key}"])',
    "getattr": "print(getattr(hparams, '{key}'))",
    "override string": 'hparams.parse("{key}=1")',
    "name list": 'for name in ["{key}"]:\n    print(getattr(hparams, name))',
}


@dataclass(frozen=True)
class Sketch:
    """A small project: declared keys, and references as name and form."""

    declared: tuple[str, ...]
    references: tuple[tuple[str, str], ...]

    def project(self) -> Project:
        code = [FORMS[form].format(key=key) for key, form in self.references if form in FORMS]
        tuned = list(dict.fromkeys(key for key, form in self.references if form == SPACE))
        texts = {
            "hparams.py": "hparams = HParams(\n"
            + "".join(f"    {key}={KEYS[key]},\n" for key in self.declared)
            + ")\n",
            "train.py": "from hparams import hparams\n\n" + "".join(f"{line}\n" for line in code),
        }
        if tuned:
            texts["space.yaml"] = "hparams_path: hparams.py\nsearch_space:\n" + "".join(
                f"  {key}: {{min: 0, max: 1, default: 1}}  # {key}\n" for key in tuned
            )
        return project_of(texts)


def project_of(texts: Mapping[str, str]) -> Project:
    codecs = MappingProxyType(dict.fromkeys(texts, "utf-8"))
    return Project(Path("/nowhere"), MappingProxyType(dict(texts)), codecs)


def slips(key: str) -> list[str]:
    """The names that one slip of the finger makes of a key."""
    made = {key[:at] + key[at + 1 :] for at in range(len(key))}
    made |= {key[:at] + key[at] + key[at:] for at in range(len(key))}
    made |= {
        key[:at] + key[at + 1] + key[at] + key[at + 2 :]
        for at in range(len(key) - 1)
        if "_" not in key[at : at + 2]
    }
    return sorted(each for each in made if each not in KEYS and each.strip("_") == each)


@st.composite
def sketches(draw: st.DrawFn, *, slipped: bool = False) -> Sketch:
    """A project in which some references may have slipped."""
    declared = draw(st.lists(st.sampled_from(sorted(KEYS)), min_size=2, max_size=8, unique=True))
    references = []
    for key in draw(st.lists(st.sampled_from(declared), min_size=1, max_size=8)):
        name = key
        if slipped and draw(st.booleans()):
            name = draw(st.sampled_from(slips(key)))
        references.append((name, draw(st.sampled_from([*FORMS, SPACE]))))
    return Sketch(tuple(declared), tuple(references))


def facts_of(outcome: Outcome) -> list[tuple[object, ...]]:
    return [
        (
            each.finding.identity,
            each.finding.severity,
            each.finding.message,
            each.finding.places,
            each.status,
            [(fix.title, fix.confidence, fix.evidence) for fix in each.finding.fixes],
        )
        for each in outcome.decisions
    ]


@FEW
@given(sketches(slipped=True), st.lists(st.integers(min_value=-3, max_value=3), max_size=12))
def test_any_answers_end_and_change_only_what_was_accepted(
    sketch: Sketch, script: list[int]
) -> None:
    project = sketch.project()
    found = {each.finding.identity for each in check(project, CONFIGURATION).decisions}
    asked: list[Finding] = []
    answers = iter(script)

    def decide(question: Question) -> Answer:
        most = len(found) + len(sketch.declared)  # a declared key may come to be read by nothing
        assert len(asked) <= len(script) + most, "it asks without end"
        assert question.finding not in question.later
        assert len(question.later) < most
        asked.append(question.finding)
        match next(answers, None):
            case None | -1:
                return Leave()
            case -2:
                return TakeBack()
            case -3:
                return Stop()
            case choice:
                offered = question.finding.fixes
                return Apply(offered[choice]) if choice < len(offered) else Leave()

    outcome = run(project, CONFIGURATION, decide)
    decided = [each.finding for each in outcome.decisions]
    for each in (*asked, *decided, *outcome.remaining):
        # a note says that nothing is wrong: `lr` is read by nothing any more
        assert each.identity in found or each.severity == "note"
    assert differs_only_as_accepted(outcome)


def differs_only_as_accepted(outcome: Outcome) -> bool:
    """Whether before and after are equal but for the renames and insertions that were applied."""
    applied = [each for each in outcome.decisions if each.status == "applied"]
    renamed = {(each.finding.key, each.chosen.to) for each in applied if each.chosen is not None}
    inserted = {
        each.finding.key for each in applied if each.chosen and each.chosen.action == "insert"
    }
    for path, before in outcome.before.texts.items():
        after = [
            line
            for line in outcome.after.texts[path].splitlines(keepends=True)
            if path != "hparams.py" or line.strip().partition("=")[0] not in inserted
        ]
        old, new = (re.split(r"\b", text) for text in (before, "".join(after)))
        if len(old) != len(new):
            return False
        if not {pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]} <= renamed:
            return False
    return True


@FEW
@given(sketches(), st.data())
def test_a_rename_there_and_back_is_the_identity(sketch: Sketch, data: st.DataObject) -> None:
    project = sketch.project()
    key = data.draw(st.sampled_from([name for name, _ in sketch.references]))
    there = renamed(project, key, "entirely_new")
    assert there.texts != project.texts
    assert renamed(there, "entirely_new", key).texts == project.texts


def renamed(project: Project, key: str, to: str) -> Project:
    """The project with every reference of one key renamed."""
    index = check(project, CONFIGURATION).index
    bound = [each for each in index.bound if each.reference.key == key]
    fix = fixes.rename(project.texts, key, to, bound, confidence=Confidence.safe)
    return carry_out(project, fix)[0]


@FEW
@given(sketches(slipped=True), st.randoms(use_true_random=False))
def test_what_is_found_depends_on_no_order_of_files(sketch: Sketch, random: Random) -> None:
    project = sketch.project()
    names = list(project.texts)
    random.shuffle(names)
    shuffled = project_of({name: project.texts[name] for name in names})
    decide = take_defaults(Confidence.likely)
    one, other = (run(each, CONFIGURATION, decide) for each in (project, shuffled))
    assert facts_of(one) == facts_of(other)
    assert one.after.texts == other.after.texts


@FEW
@given(sketches(), st.data())
def test_a_slipped_key_is_found(sketch: Sketch, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(sketch.references) - 1))
    key, form = sketch.references[number]
    slip = data.draw(st.sampled_from(slips(key)))
    references = list(sketch.references)
    references[number] = (slip, form)
    project = Sketch(sketch.declared, tuple(references)).project()
    every = [each.finding for each in check(project, CONFIGURATION).decisions]
    found = [each for each in every if each.severity != "note"]
    assert [(each.key, each.severity) for each in found] == [(slip, "error")]
    assert all(text_at(project, finding) == [slip] * len(finding.places) for finding in found)


def text_at(project: Project, finding: Finding) -> list[str]:
    """What stands at the places of a finding, without quotes."""
    return [
        project.texts[place.path]
        .split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]
        .strip("'\"")
        for place in finding.places
    ]


@FEW
@given(sketches(slipped=True))
@example(
    Sketch(
        ("attention_dim", "attention_rnn_dim"),
        (
            ("aattention_dim", "attribute"),
            ("attention_dim", "attribute"),
            ("aattention_dim", SPACE),
            ("atention_dim", SPACE),
        ),
    )
)
def test_the_default_answers_leave_nothing_that_they_would_apply(sketch: Sketch) -> None:
    decide = take_defaults(Confidence.likely)
    first = run(sketch.project(), CONFIGURATION, decide)
    second = run(first.after, CONFIGURATION, decide)
    assert second.after.texts == first.after.texts
    assert all(each.status != "applied" for each in second.decisions)
