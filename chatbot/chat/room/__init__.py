"""The screens of a room: one for the projector with its keyboard, and one for the facilitator alone."""
