"""The running text of a page: its main content, paragraph by paragraph."""
