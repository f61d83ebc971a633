"""What leaves Newscast for other programs; JSON is in `tui.analysis.schema`."""
