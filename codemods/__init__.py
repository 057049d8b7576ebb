"""LibCST commands and YAML splices that know no project: text and exact places in, splices out."""
