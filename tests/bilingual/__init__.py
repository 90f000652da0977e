"""Documents in two languages side by side."""
