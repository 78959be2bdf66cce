"""A record for others: web pages, an API, feeds, and tools for programs that speak MCP."""
