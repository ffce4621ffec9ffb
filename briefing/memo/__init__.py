"""Floor 4: words out. Every sentence of fact carries its footnote; nothing is written to disk."""
