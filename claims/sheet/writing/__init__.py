"""Writing a workbook: cells, rows, tables and charts, in constant memory."""
