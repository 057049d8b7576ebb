"""Classes of annotated fields: what their schemas are called, what their objects also have."""

from __future__ import annotations

FORMS = frozenset({"dataclass", "named tuple", "typed dict", "attrs class", "pydantic model"})
"""`Schema.form` of a class whose fields are its keys."""
DERIVED = "derived class"
"""`Schema.form` of a class that adds fields to its bases: what these are decides what it is."""
GUARDS_WRITES = frozenset({"named tuple", "pydantic model"})
"""Their objects refuse an unknown attribute whatever class they derive from."""
FIELD_VIEWS = frozenset(
    "fields .fields .__dataclass_fields__ .__annotations__ .__fields__ .model_fields "
    "._fields".split()
)
"""What holds the names of the fields of a class."""
STANDARD = frozenset({"import:typing", "import:typing_extensions", "import:abc"})
MODELS = frozenset({".BaseModel", ".BaseSettings"})
REGISTRIES = frozenset({".ChoiceRegistry", ".PluginRegistry"})
"""Bases of draccus's that add nothing but methods."""
METHODS = {
    # flax.struct.dataclass, chex.dataclass, dataclass_json, draccus
    "dataclass": frozenset(
        "replace to_tuple from_tuple tree_flatten tree_unflatten to_json from_json to_dict "
        "from_dict schema get_choice_class get_choice_name get_known_choices register_subclass "
        "default_choice_name".split()
    ),
    "named tuple": frozenset({"count", "index"}),
    "pydantic model": frozenset(
        "dict json copy parse_obj parse_raw parse_file schema schema_json construct from_orm "
        "validate update_forward_refs model_computed_fields model_config model_construct "
        "model_copy model_dump model_dump_json model_extra model_fields model_fields_set "
        "model_json_schema model_parametrized_name model_post_init model_rebuild "
        "model_validate model_validate_json model_validate_strings".split()
    ),
}
"""What the libraries add to such a class."""


def is_known_base(steps: tuple[str, ...]) -> bool:
    """Whether a base class from outside the project adds no names that a key may be taken for."""
    root, last = steps[0], steps[-1]
    if root.startswith("import:pydantic"):
        return last in MODELS
    if root.startswith("import:draccus"):
        return last in REGISTRIES
    return root in STANDARD or steps == ("object",)


def is_method(form: str, key: str) -> bool:
    """Whether the library that makes the class gives its objects this name."""
    return key in METHODS.get(form, ())
