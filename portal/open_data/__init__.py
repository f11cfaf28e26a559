"""What the public pages say, for machines: the same rows, the same sources, stable addresses."""
