"""What a run has to say, one file for each format."""
