"""Documents made of comparisons."""
