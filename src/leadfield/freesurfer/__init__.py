"""FreeSurfer's surfaces, overlays, parcellations and labels, with every count checked."""
