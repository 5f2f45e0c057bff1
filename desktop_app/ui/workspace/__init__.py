"""The open workbook as pages see it: session and view, what can be done to it, texts that wait. No widgets."""
