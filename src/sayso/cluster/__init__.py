"""Archives read on many machines by Ray: `understand` over a listing, Parquet out, and one loader onto a record."""
