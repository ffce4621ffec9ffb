"""One module for each kind of disagreement: aligned remarks in, clashes out."""
