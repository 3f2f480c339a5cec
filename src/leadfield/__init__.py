"""Maps of cortical activity from MEG and EEG with linear inverse methods."""
