"""What lessons are made of: state, parts, words, noise, curves and the geometry of the plane."""
