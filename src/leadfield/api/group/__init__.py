"""Results of a group of subjects: averages, a table, and a report with the viewer."""
