"""The only door from data to the screen: model in, `Content` out, every character visible.

No widget is ever handed a string that came from a file, and nothing from a file is parsed as markup.
"""
