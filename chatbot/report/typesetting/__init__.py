"""Setting pages and pictures with typst, from fonts that come along: for PDF, and for pictures in Word."""
