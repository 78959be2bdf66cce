"""What quotation marks and grammar show and the model missed."""
