"""Events in a recording's stimulus channels."""
