"""``sanad figure``: what Sanad understands of a figure's words."""
