"""Headlines by their own grammar: “Claim, says Name”, “Name: claim”."""
