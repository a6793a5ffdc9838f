"""Plain text to blocks, by its lines and words alone: title, headings, and paragraphs whatever their wrapping."""
