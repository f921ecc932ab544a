"""Understanding: typed words become an answer to the question asked, an intent, or a question back.

`listening` is the way in. It is imported when somebody has typed something, not before: the first
question does not wait for it. `checklists` is about checklists, everything else about the rest.
"""
