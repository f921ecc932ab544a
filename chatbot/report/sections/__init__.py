"""From the content of a report to a document: one builder for each section, put together by an outline."""
