"""Steps of the analysis of one participant, each in its file."""
