"""What a person corrects in an analysis: pure data, how it changes an analysis, and its log on disk."""
