"""FreeSurfer's surfaces, overlays, parcellations and labels, each count checked."""
