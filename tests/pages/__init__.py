"""From the bytes of a page to its characters and shapes: cutting, parsing, and the look that comes before both."""
