"""The panes of the reading screen. None of them knows the others: data comes down, messages go up."""
