"""The linear mode: one line after the other, for screen readers, pipes, slow lines and plain terminals."""
