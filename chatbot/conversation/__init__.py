"""The conversation: what the bot says and what it does with what is said, for every front end."""
