"""The chat: the interview in a terminal, on Textual. `chatbot.chat.run` starts it."""
