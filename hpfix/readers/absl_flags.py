"""`flags.DEFINE_float("lr", 0.1, "help")` of absl, TensorFlow and gflags: one `FLAGS` for all."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from hpfix.facts import Addition, KeyedAddition
from hpfix.model import Declaration, Expression, Mode, Reference, Schema
from hpfix.readers.name_templates import template_of
from hpfix.readers.option_values import values_of
from hpfix.readers.python_expressions import last_name, value_of
from hpfix.readers.python_file import Walk, reads
from hpfix.scopes import ANY, FLAGS

TYPES = {
    "string": "str", "integer": "int", "float": "float", "bool": "bool", "boolean": "bool",
    "enum": "str",
}  # fmt: skip
KINDS = (
    *TYPES,
    *"list spaceseplist enum_class alias config_file config_dict date datetime timedelta path "
    "multi_string multi_integer multi_float multi_enum multi_enum_class multi_path".split(),
)
BOOLEAN = frozenset({"DEFINE_bool", "DEFINE_boolean"})
DEFINERS = frozenset(f"DEFINE_{kind}" for kind in KINDS)
UNTYPED = frozenset({"DEFINE", "DEFINE_multi"})
"""The parser of the value comes first, then the name."""
RESERVED = frozenset(
    "help helpfull helpshort helpxml flagfile undefok alsologtostderr log_dir logger_levels "
    "logtostderr only_check_args pdb pdb_post_mortem profile_file run_with_pdb run_with_profiling "
    "showprefixforinfo stderrthreshold use_cprofile_for_profiling v verbosity test_srcdir "
    "test_tmpdir test_random_seed test_randomize_ordering_seed xml_output_file "
    "append_flag_values append_flags_into_file find_module_defining_flag "
    "find_module_id_defining_flag flag_values_dict flags_by_module_dict flags_by_module_id_dict "
    "flags_into_string get_flag_value get_flags_for_module get_help get_key_flags_for_module "
    "is_gnu_getopt is_parsed key_flags_by_module_dict main_module_help mark_as_parsed module_help "
    "read_flags_from_files register_flag_by_module register_flag_by_module_id "
    "register_key_flag_for_module remove_flag_values set_default set_gnu_getopt unparse_flags "
    "validate_all_flags write_help_in_xml_format jax_xla_backend jax_backend_target jax_platforms "
    "jax_platform_name jax_log_compiles jax_enable_x64 jax_debug_nans jax_disable_jit".split()
)
"""Flags of absl itself and of JAX, and the methods of `FLAGS`."""
SILENT: frozenset[Mode] = frozenset({"test"})
"""Reading and writing an undefined flag raise (dialects 1.3)."""
NAMING = frozenset(
    "mark_flag_as_required mark_flags_as_required mark_flags_as_mutual_exclusive "
    "mark_bool_flags_as_mutual_exclusive register_validator multi_flags_validator "
    "register_multi_flags_validator".split()
)
"""Functions that name flags which have to be defined."""
OWN = ("absl", "tensorflow", "gflags", "ml_collections", "jax")
"""Packages of which a module of flags defines none by itself, or those above."""


@reads(ast.Call, called=DEFINERS | UNTYPED | {"DEFINE_flag"})
def read_definition(node: ast.Call, here: Walk) -> Iterator[Schema | Addition | KeyedAddition]:
    """`flags.DEFINE_enum("mode", "fit", ["fit", "test"], "help")`"""
    kind = last_name(node.func)
    words = {each.arg: each.value for each in node.keywords if each.arg is not None}
    given = [*node.args[kind in UNTYPED :], None, None, None]
    name = words.get("name", given[0])
    if "flag_values" in words or name is None:
        return
    if here.is_first(FLAGS):
        holder, place = Expression(here.path, (FLAGS,)), here.place(node.func)
        yield Schema("FLAGS", place, "flags", (), holder, silent=SILENT, reserved=RESERVED)
    template = None if kind == "DEFINE_flag" else template_of(name, here)
    if template is None:
        yield KeyedAddition(here.name(FLAGS), here.name(ANY), here.place(name))
    elif template.name is not None:
        before, after = template.before, template.after
        yield KeyedAddition(here.name(FLAGS), template.name, here.place(name), before, after)
    else:
        default, choices = words.get("default", given[1]), words.get("enum_values", given[2])
        if kind == "DEFINE_alias":
            default = None
        declared = Declaration(
            template.before,
            here.place(name),
            None if default is None else value_of(default, here.source(default)),
            TYPES.get(kind.removeprefix("DEFINE_")),
            values_of(choices, here) if kind == "DEFINE_enum" else (),
            _spellings(template.before, kind, words.get("short_name")),
        )
        yield Addition(here.name(FLAGS), declared)


def _spellings(name: str, kind: str, short: ast.expr | None) -> tuple[str, ...]:
    """With one dash or two, and `--noname` for what is true or false (absl's documentation)."""
    found = [f"--{name}", f"-{name}"]
    if kind in BOOLEAN:
        found += [f"--no{name}", f"-no{name}"]
    if isinstance(short, ast.Constant) and isinstance(short.value, str):
        found += [f"-{short.value}", f"--{short.value}"]
    return tuple(found)


@reads(ast.Call, called=NAMING)
def read_names(node: ast.Call, here: Walk) -> Iterator[Reference]:
    """`flags.mark_flags_as_required(["data_dir", "model_dir"])`"""
    match node.args:
        case [ast.List(elts=names) | ast.Tuple(elts=names), *_] | [*names]:
            for each in names:
                match each:
                    case ast.Constant(value=str(key)):
                        flags = here.name(FLAGS)
                        yield Reference(key, here.place(each), "name list", "read", flags)


@reads(ast.Import, ast.ImportFrom)
def read_flags_of_a_library(
    node: ast.Import | ast.ImportFrom, here: Walk
) -> Iterator[KeyedAddition]:
    """`from official.utils.flags import core`: it defines flags of its own, if it is not ours"""
    origin = "" if isinstance(node, ast.Import) else "." * node.level + (node.module or "")
    for alias in node.names:
        if "flags" in alias.name or "flags" in origin:
            name = origin or alias.name
            if name.partition(".")[0] not in OWN:
                module = Expression(here.path, (f"import:{name}",))
                yield KeyedAddition(here.name(FLAGS), module, here.place(node))
