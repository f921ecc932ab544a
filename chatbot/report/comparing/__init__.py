"""Two or more interviews: what moved between two about one initiative, and several side by side."""
