"""What a person has set for the chat: one small file, read strictly, and never in the way of starting."""
