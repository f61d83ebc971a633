"""Name search for large collections, in numpy arrays; imported only when there is one."""
