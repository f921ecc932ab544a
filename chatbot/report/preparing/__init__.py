"""What is handed out before a session: an agenda, questions for participants, a facilitator's notes."""
