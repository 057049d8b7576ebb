"""The dialects that are read, with the cases that show them: `python -m tests.dialects` writes
docs/dialects.md anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "dialects.md"
HEAD = """# The dialects that hpfix reads

How hyperparameters are declared and referred to, as far as hpfix understands it. Of each dialect
one case of `tests/cases` finds something, and one leaves alone what only looks like a mistake; a
test holds this page to the readers in `hpfix/readers/` and to those cases.

"""
TESTED = """## What is tuned

Of each of these, `hpfix params --tested` says of every tuned value whether it would be accepted
where it arrives, and why not.

| dialect | cases |
| --- | --- |
"""
TAIL = """
Modules of `hpfix/readers/` that are no dialect of their own but serve several: {shared}.

## What is not read

Of these hpfix says nothing, or says that it cannot see (`hpfix check -v`):

{unread}
"""


class Dialect(NamedTuple):
    """One way to declare or to refer; `readers` are modules of hpfix/readers.

    `tested` are the cases that show what `hpfix params --tested` says of what is tuned.
    """

    syntax: str
    readers: tuple[str, ...]
    finds: str
    leaves: str
    tested: tuple[str, ...] = ()


DECLARATIONS = (
    Dialect("`HParams(lr=0.1)` of tf.contrib, tensor2tensor and copies, by the body of the class",
            ("hparams_call", "hparams_class", "method_outcomes"),
            "HP001-misspelt-attribute", "HP001-contract-own-methods"),
    Dialect("`hparams.add_hparam(\"lr\", 0.1)`, `update({...})`",
            ("argparse_options", "access_calls"),
            "HP001-added-under-the-names-of-a-dict", "HP001-added-by-add-hparam"),
    Dialect("`HParams(**base, lr=0.1)`, `{**base, \"lr\": 0.1}`, `dict(base, lr=0.1)`",
            ("name_lists", "signatures"),
            "HP001-dict-spread-over-a-function", "HP001-dict-with-its-own-vocabulary"),
    Dialect("`SimpleNamespace(lr=0.1)`, `Namespace`, `Munch`, `EasyDict`, `AttrDict`, `DotMap`",
            ("namespace_calls", "mapping_objects"),
            "HP001-keyword-of-a-namespace", "HP001-namespaces-that-take-more"),
    Dialect("`config = edict(); config.lr = 0.1`, ml_collections' `ConfigDict`, yacs' `CfgNode`",
            ("grown_objects",),
            "HP001-config-dict-filled", "HP001-objects-filled-in-several-places"),
    Dialect("yacs: `_C.SOLVER.LR = 0.1`, `merge_from_list([...])`, renamed keys",
            ("grown_objects", "omegaconf_calls"),
            "HP001-yacs-defaults", "HP001-objects-filled-in-several-places"),
    Dialect("`class Hyperparams: lr = 0.1`, `self.lr = 0.1` in `__init__`, modules of constants",
            ("class_attributes", "overwriting"),
            "HP001-module-copied-into-an-object", "HP003-class-value-read-in-between"),
    Dialect("dataclasses and their kin: attrs, pydantic, NamedTuple, TypedDict",
            ("class_fields", "field_kinds", "field_calls", "field_parsers"),
            "HP001-dataclass-field-renamed", "HP001-dataclass-that-is-no-configuration"),
    Dialect("argparse: destinations, groups, subparsers, parents, options added elsewhere",
            ("argparse_options", "option_values"),
            "HP001-argparse-destinations", "HP001-argparse-parents-that-nothing-shows"),
    Dialect("argparse options under computed names: `add_argument(f\"--{key}\")`",
            ("argparse_options", "name_templates"),
            "HP001-argparse-options-named-in-a-loop",
            "HP001-argparse-options-named-by-something-unseen"),
    Dialect("click: `@click.option(\"--lr\")`", ("click_commands",),
            "HP001-click-parameter-that-no-option-gives", "HP001-click-parameters-that-are-given"),
    Dialect("typer: the signature of an `@app.command()`", ("typer_commands",),
            "HP001-typer-signature-is-the-declaration", "HP001-typer-command-calls-another"),
    Dialect("absl and TensorFlow flags: `flags.DEFINE_float(\"lr\", 0.1, \"\")`", ("absl_flags",),
            "HP001-absl-flags", "HP001-absl-flags-of-a-library"),
    Dialect("YAML and JSON files that a program loads, also through a class of its own",
            ("config_file", "config_paths", "yaml_file", "json_file", "copied_keys"),
            "HP001-yaml-file-copied-into-objects", "HP001-files-of-one-kind-and-their-paths"),
    Dialect("TOML files that tomllib, tomli, toml and tomlkit load", ("toml_file",),
            "HP001-toml-file-that-a-program-loads", "HP001-toml-files-that-say-what-is-read"),
    Dialect("files built on others: `base_config: base.yaml`, `_BASE_`", ("config_bases",),
            "HP001-configuration-file-built-on-another", "HP001-files-of-one-kind-and-their-paths"),
    Dialect("OmegaConf and Hydra: `defaults:`, groups, `@hydra.main`, the config store",
            ("hydra_main", "hydra_defaults", "omegaconf_calls"),
            "HP001-hydra-composes-files", "HP001-hydra-leaves-alone-what-it-can-compose"),
    Dialect("classes that a file names: `_target_`, `class_path`, `target` with `params`",
            ("made_objects",),
            "HP001-classes-named-in-a-configuration", "HP001-classes-named-that-take-more"),
    Dialect("signatures reached by `f(**config)`", ("signatures", "python_choices"),
            "HP001-config-spread-over-a-constructor", "HP001-spread-where-the-keys-may-fit"),
    Dialect("Lightning's `save_hyperparameters`, diffusers' `@register_to_config`",
            ("saved_parameters",),
            "HP001-parameters-saved-by-lightning", "HP001-parameters-saved-in-other-ways"),
)  # fmt: skip
REFERENCES = (
    Dialect("attributes and subscripts, nested ones too", ("attribute_access",),
            "HP001-subscript", "HP001-another-receiver"),
    Dialect("`get`, `pop`, `setdefault`, `getattr` and kin, `in`", ("access_calls",),
            "HP001-get-default-hides-renamed-key", "HP001-guarded-by-a-default"),
    Dialect("`config.update(vars(args))`, `{**config, **vars(args)}`: one object over another",
            ("overwritten_objects",),
            "HP301-defaults-written-over-the-file", "HP301-file-that-has-the-last-word"),
    Dialect("`for n, key in enumerate(hyp): gains[n]`: two mappings walked along each other",
            ("aligned_lists",),
            "HP303-numbers-run-past-another-mapping", "HP303-lists-that-are-in-step"),
    Dialect("lists of names and keys of dicts that flow into an access",
            ("name_lists", "python_loops", "name_constants", "python_constants"),
            "HP001-name-list-in-a-loop", "HP001-metric-names-in-a-list"),
    Dialect("names in constants: `KEY = \"lr\"`, then `hp[KEY]`", ("name_constants",),
            "HP001-name-in-a-constant", "HP001-values-of-a-dict-are-not-its-keys"),
    Dialect("`attrgetter(\"optimizer.lr\")`, `itemgetter`", ("getter_calls",),
            "HP001-key-of-a-getter", "HP001-name-put-together-from-a-constant"),
    Dialect("names that are put together: `getattr(hp, f\"{kind}_dim\")`",
            ("computed_keys", "name_templates", "string_pieces"),
            "HP001-written-under-names-that-fit-a-pattern",
            "HP001-name-put-together-from-a-constant"),
    Dialect("`parse(\"lr=0.1\")`, `\"--hparams\", \"lr=0.1\"`, `override_from_dict`",
            ("override_strings", "override_calls"),
            "HP001-override-string-is-parsed", "HP001-string-of-other-assignments"),
    Dialect("command lines in comments and docstrings", ("comment_commands",),
            "HP001-command-in-a-comment", "HP001-command-with-placeholders"),
    Dialect("command lines of shell scripts, with variables, arrays and launchers",
            ("shell_script",),
            "HP001-options-in-a-shell-script", "HP001-commands-of-other-programs"),
    Dialect("recipes of Makefiles, instructions of Dockerfiles", ("makefile", "dockerfile"),
            "HP001-options-in-a-makefile-and-an-image",
            "HP001-makefile-that-runs-what-is-declared"),
    Dialect("commands in workflows (`run:`, `script:`), `dvc.yaml` and other YAML",
            ("yaml_commands", "workflow_files"),
            "HP001-options-in-workflows", "HP001-workflows-that-run-what-is-declared"),
    Dialect("notebooks: `!python train.py`, `%run`, `%%bash`, and the Python of their cells",
            ("notebook_file",),
            "HP001-notebook-cells", "HP001-notebooks-that-say-what-is-declared"),
    Dialect("commands that Python starts (`subprocess.run([...])`), and those of docstrings",
            ("python_commands",),
            "HP001-options-of-a-command-that-python-starts",
            "HP001-commands-that-python-starts-as-declared"),
    Dialect("options as click, typer, absl and classes of fields have them",
            ("click_commands", "typer_commands", "absl_flags", "field_parsers"),
            "HP001-options-of-click-typer-and-absl", "HP001-options-that-go-elsewhere"),
    Dialect("overrides of what Hydra composes: `model.lr=0.1`, `~model.lr`",
            ("markup_text", "hydra_main"),
            "HP001-override-of-a-key-that-is-deeper", "HP001-overrides-that-can-be-composed"),
    Dialect("command lines in Markdown and reST", ("markup_text",),
            "HP001-options-of-a-readme-respelled", "HP001-options-that-a-parser-takes"),
    Dialect("labels of Optuna, Ray Tune, hyperopt, Keras Tuner that reach a declaration",
            ("study_labels", "tuner_declarations", "tuner_runs", "tuner_values"),
            "HP001-labels-of-a-study", "HP001-labels-suggested-elsewhere",
            ("HP001-labels-of-a-study",
             "HP001-labels-suggested-elsewhere")),
    Dialect("what Optuna, Ray Tune, hyperopt, Keras Tuner are told to try, wherever it goes",
            ("tuner_ranges", "tuner_values"),
            "HP201-bounds-the-wrong-way-round", "HP201-ranges-that-a-tuner-takes",
            ("HP201-values-that-tuners-hand-to-functions",)),
    Dialect("files that change an object: `cfg.merge_from_file(\"fast.yaml\")`",
            ("loaded_files",),
            "HP001-file-merged-into-yacs-defaults", "HP001-file-merged-into-what-takes-more"),
    Dialect("OmegaConf's `from_dotlist([\"a.b=1\"])` and `from_cli()`", ("omegaconf_calls",),
            "HP004-dotlist-with-a-misspelt-key", "HP004-dotlists-that-add-what-is-read"),
    Dialect("`LightningCLI(Net, Digits)`: the sections of its files that name no class",
            ("lightning_cli",),
            "HP001-sections-of-a-lightning-cli", "HP001-sections-of-other-command-lines"),
    Dialect("files of defaults: `parser.set_defaults(**yaml.safe_load(file))`",
            ("argparse_options",),
            "HP004-defaults-of-a-parser-from-a-file", "HP004-defaults-of-a-parser-that-are-read"),
    Dialect("files loaded into classes: `OmegaConf.merge(structured(C), ...)`, pydantic, dacite",
            ("loaded_files", "omegaconf_calls"),
            "HP001-file-merged-into-a-structured-configuration",
            "HP001-files-that-are-merged-otherwise"),
    Dialect("Hydra's `compose(\"train\", overrides=[\"model.width=3\"])`",
            ("hydra_main", "omegaconf_calls"),
            "HP001-overrides-of-a-composed-configuration",
            "HP001-overrides-that-a-composition-takes"),
    Dialect("YAML search spaces and flat override files", ("search_space", "yaml_file"),
            "HP001-renamed-key-in-yaml", "HP002-space-of-another-program",
            ("HP001-renamed-key-in-yaml",
             "HP101-tuned-values-of-another-type")),
    Dialect("sweeps of Weights & Biases in YAML, and the options of the program that they run",
            ("wandb_sweep", "sweep_parameters"),
            "HP001-sweep-parameter-that-no-option-takes", "HP001-sweep-that-its-program-takes",
            ("HP001-sweep-parameter-that-no-option-takes",
             "HP006-sweep-over-a-name-that-nothing-reads")),
    Dialect("sweeps of Weights & Biases in Python, and what is read from `wandb.config`",
            ("wandb_calls", "sweep_parameters"),
            "HP006-sweep-in-python-poured-into-a-namespace",
            "HP006-sweep-whose-values-go-elsewhere",
            ("HP006-sweep-in-python-poured-into-a-namespace",
             "HP006-sweep-whose-values-go-elsewhere")),
    Dialect("the `method` of a sweep of Weights & Biases in Python, inline or assigned",
            ("wandb_calls",),
            "HP203-sweep-in-python-that-is-a-grid", "HP203-sweeps-in-python-of-other-methods",
            ("HP203-sweep-in-python-that-is-a-grid",)),
    Dialect("Hydra's sweeper: `hydra.sweeper.params` of what is composed", ("hydra_sweeper",),
            "HP001-hydra-sweeper-tries-a-misspelt-key",
            "HP001-hydra-sweeper-tries-what-is-composed",
            ("HP001-hydra-sweeper-tries-a-misspelt-key",)),
    Dialect("best parameters of a study, written down in YAML by its labels", ("config_file",),
            "HP001-best-parameters-with-a-slip-in-a-label",
            "HP001-best-parameters-of-another-kind",
            ("HP001-best-parameters-with-a-slip-in-a-label",
             "HP001-best-parameters-that-the-study-tries")),
    Dialect("interpolations in what Hydra composes: `${a.b}`, `${.a}`, `${oc.select:a.b,1}`",
            ("interpolations",),
            "HP001-interpolation-of-a-key-that-is-gone",
            "HP001-interpolations-that-lead-somewhere"),
    Dialect("Python in the texts of a configuration: `grid: \"linspace(0, 1, hparams.steps)\"`",
            ("expression_texts",),
            "HP001-expressions-in-the-texts-of-a-file",
            "HP001-texts-that-are-no-expressions-over-the-hyperparameters"),
    Dialect("DVC: the `params:` of the stages in `dvc.yaml`", ("dvc_stages",),
            "HP001-dvc-stage-depends-on-a-misspelt-parameter",
            "HP001-dvc-stages-and-their-parameters"),
    Dialect("DVC: what is put into a stage, `cmd: python train.py --lr ${train.lr}`",
            ("dvc_stages", "interpolations"),
            "HP001-dvc-stage-is-given-a-misspelt-parameter",
            "HP001-dvc-stages-that-are-given-what-there-is"),
    Dialect("DVC: what an experiment changes, `dvc exp run -S train.lr=0.1,0.01`",
            ("shell_script", "markup_text"),
            "HP001-dvc-experiments-over-a-misspelt-parameter",
            "HP001-dvc-experiments-over-what-there-is",
            ("HP001-dvc-experiments-over-a-misspelt-parameter",
             "HP001-dvc-experiments-over-what-there-is")),
    Dialect("Ray Tune's search spaces in YAML: `lr: {strategy: loguniform, values: [...]}`",
            ("ray_space",),
            "HP006-ray-space-with-a-name-that-is-gone",
            "HP006-ray-space-whose-names-are-taken-below-others",
            ("HP006-ray-space-with-a-name-that-is-gone",)),
    Dialect("NNI: `search_space.json`, `trialCommand:`, `nni.get_next_parameter()`",
            ("nni_space", "script_names"),
            "HP006-nni-space-over-a-name-that-nothing-reads",
            "HP006-nni-space-whose-names-are-put-together",
            ("HP006-nni-space-over-a-name-that-nothing-reads",)),
    Dialect("Determined: `hyperparameters:` of an experiment, `get_hparam(\"lr\")`",
            ("determined_experiment", "script_names"),
            "HP006-determined-hyperparameter-that-nothing-asks-for",
            "HP006-determined-hyperparameters-taken-whole",
            ("HP006-determined-hyperparameter-that-nothing-asks-for",)),
    Dialect("Katib: `spec.parameters`, `trialParameters`, and the options of a trial's command",
            ("katib_experiment", "yaml_commands"),
            "HP001-katib-experiment-that-names-nothing",
            "HP001-katib-experiments-that-name-what-there-is",
            ("HP001-katib-experiment-that-names-nothing",
             "HP101-katib-values-that-a-program-refuses")),
    Dialect("Guild: the `flags:` of operations and of steps, as options of the program",
            ("guild_file",),
            "HP001-guild-flag-that-no-option-takes",
            "HP001-guild-flags-that-the-program-takes",
            ("HP001-guild-flag-that-no-option-takes",)),
    Dialect("ClearML: `UniformParameterRange(\"Hyperparameters/lr\", ...)`", ("clearml_calls",),
            "HP006-clearml-range-over-a-name-that-nothing-reads",
            "HP006-clearml-ranges-of-options-and-read-names",
            ("HP006-clearml-range-over-a-name-that-nothing-reads",)),
)  # fmt: skip
SHARED = frozenset(
    "facts flows mapping_documents python_bindings python_children python_expressions python_file "
    "python_guards python_handlers python_source python_steps python_structure started_functions "
    "whole_uses".split()
)
UNREAD = (
    "gin, sacred, spock, confection, fire, Tap; jsonargparse beyond the classes",
    "keywords that a call spells out (`train(lr=0.1)` for a parameter `learning_rate`): a linter's",
    "sklearn's `step__param` grids, skopt, Nevergrad, SMAC and Ax spaces",
    "what `exec`, `locals()`, `globals()` and the environment give a program",
    "`pyproject.toml`, which configures tools",
    "interpolations (`${a.b}`) where a ConfigStore, or a file that is not there, has a part "
    "of what is composed, and those in files that OmegaConf loads",
    "objects of other libraries: their keys are theirs",
    "a configuration file that is not in the project, or whose path nothing shows",
)


def reader_modules() -> list[str]:
    """The modules of hpfix/readers by name, sorted."""
    folder = ROOT / "hpfix" / "readers"
    return sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")


def page() -> str:
    """The text of docs/dialects.md."""
    text = HEAD
    for title, dialects in (("Declarations", DECLARATIONS), ("References", REFERENCES)):
        text += f"## {title}\n\n| dialect | readers | finds | leaves alone |\n"
        text += "| --- | --- | --- | --- |\n"
        for each in dialects:
            readers = ", ".join(f"`{name}`" for name in each.readers)
            text += f"| {each.syntax} | {readers} | `{each.finds}` | `{each.leaves}` |\n"
        text += "\n"
    text += TESTED
    for each in REFERENCES:
        if each.tested:
            cases = ", ".join(f"`{name}`" for name in each.tested)
            text += f"| {each.syntax} | {cases} |\n"
    shared = ", ".join(f"`{name}`" for name in reader_modules() if name in SHARED)
    unread = "\n".join(f"- {each}" for each in UNREAD)
    return text.rstrip("\n") + "\n" + TAIL.format(shared=shared, unread=unread)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}\n")
