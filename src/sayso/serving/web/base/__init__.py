"""What every page is made with: templates, the record at hand, what is asked, who may write."""
