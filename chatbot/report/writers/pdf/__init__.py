"""Writes a document as a PDF."""

from chatbot.report.writers.pdf.writer import to_pdf as to_pdf
