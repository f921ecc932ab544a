"""A document as one HTML file: no script, nothing from outside, for screens, paper and screen readers."""
