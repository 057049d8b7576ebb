"""What speaks for a rename, one file a kind: each says a plain sentence or nothing."""
