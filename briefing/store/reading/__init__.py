"""Documents in: plain text, Markdown, HTML, PDF and DOCX become lines, and what was lost is told.

PDF, DOCX and HTML are read in a child process with caps: parsers of such files can hang or eat
all memory, and then one document fails and nothing else.
"""
