"""The version, which importlib.metadata would take longer to look up than a run takes."""

VERSION = "0.1.0"
