"""A brief as data: tables, JSON, and the workbook that a PDF carries along."""
