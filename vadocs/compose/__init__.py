"""From an engagement and a library to a document: select, values, assemble, number, resolve.

`select` decides which clauses are in and why; `values` puts every name together that a text may use;
`assemble` evaluates the texts and places them; `number` counts, once; `resolve` prints references and
checks terms. Nothing here reads a file: texts come compiled, values typed, and findings go to a report.
"""
