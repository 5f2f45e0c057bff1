"""What a person can do, one function each on a document, one module a noun. The only way anything changes.

Every function runs one transaction and names it for undo; called inside another transaction it joins that one.
Nothing here computes a result, opens a file or knows a widget.
"""
