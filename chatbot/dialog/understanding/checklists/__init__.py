"""Understanding the answer to a checklist: words one by one, then sentences clause by clause.

`checklist` is the way in. Words as data: `amounts`, `gradings`, `cues`, `framings`, `lexicon`. Word by word:
`tokens`, `marks`, `claims`, `reasons`. In sentences: `pieces`, `vocabulary` and `clauses` take them apart,
`senses` says what a clause does, `gathering` and `grouping` put `statements` together, `weighing` decides.
"""
