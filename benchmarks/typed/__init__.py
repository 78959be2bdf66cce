"""What people type first, written down before anything was built for it, and what is right."""
