"""What the bot waits for besides the question itself, one module for each.

`awaited` says what such a thing has to be; `Floor` holds one at a time; `Talk.say` offers it the words
before anything else. To add one: a frozen struct here, and a place that calls `Floor.wait_for` with it, or,
where it follows from what was just recorded, an entry in `arising`.
"""
