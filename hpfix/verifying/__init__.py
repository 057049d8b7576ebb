"""What an edit may change in a file of each kind, judged by other readers than the codemods'."""
