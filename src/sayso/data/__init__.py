"""What flows from room to room: plain frozen values, and what can go wrong. No files, no models, no database."""
