"""The quick report: five questions on one sheet, under a minute."""
