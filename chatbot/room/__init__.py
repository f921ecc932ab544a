"""A room: sessions with several people, what is prepared for them, and what comes of them."""
