// Is the graph there?
RETURN true AS alive
