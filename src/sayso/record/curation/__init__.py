"""What people decide, and what follows: who is who is told anew, and what was corrected stays so."""
