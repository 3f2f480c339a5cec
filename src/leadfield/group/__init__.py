"""Group results: averages, tables, outliers and signs over the subjects of a study."""
