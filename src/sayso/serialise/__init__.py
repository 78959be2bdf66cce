"""Values to JSON and back; the same for the command line, the API, MCP and export."""
