"""Pictures of what an interview concludes, drawn as SVG from the content of a report."""
