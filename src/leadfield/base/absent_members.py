"""Public methods and attributes of MNE-Python's classes that leadfield's have not."""

from leadfield.base.absent_names import CHANNEL_DATA, ESTIMATES, Absence

# What every dict has; leadfield's mappings are views of values.
DICT = Absence(
    advice="its keys are fixed: make a dict of it, dict(...), and change that",
    names="clear fromkeys pop popitem setdefault update",
)
BEAMFORMER = (
    DICT,
    Absence(advice="keep what it was made of: it is made anew in less than a second", names="save"),
)
BRAIN = (
    Absence(
        advice="draw it with MNE-Python: stc.to_mne().plot(...) gives its Brain",
        names="""
        add_dipole add_forward add_head add_sensors add_skull add_volume_labels
        get_picked_points get_view interaction plot_time_course plot_time_line remove_dipole
        remove_forward remove_head remove_sensors remove_skull remove_volume_labels
        """,
    ),
    Absence(
        advice="draw another brain with the options of stc.plot: brain.close() costs nothing",
        names="""
        apply_auto_scaling clear_glyphs remove_data remove_text
        reset reset_view restore_user_scaling set_cortex_alpha set_cortex_colormap
        set_data_smoothing set_playback_speed set_silhouette_line_width set_surf
        set_time_interpolation update_lut
        """,
    ),
    Absence(
        advice="the window of a brain has Matplotlib's own buttons: brain.figure is the figure",
        names="help setup_time_viewer toggle_interface toggle_playback",
    ),
    Absence(
        advice="what is drawn was given to stc.plot: keep it from there",
        names="data hemis labels time_interpolation views",
    ),
)
COVARIANCE = (DICT,)
DIPOLE = (
    Absence(
        advice="dipoles have times and no sampling rate: choose some, dipole[...], or crop them",
        names="time_as_index",
    ),
)
DIPOLE_FIXED = (
    Absence(advice="neither has MNE-Python for these: decimate what is fitted", names="decimate"),
)
INFO = (
    DICT,
    Absence(
        advice="take it from MNE-Python: info.to_mne().{name}(...)",
        names="from_json_dict to_json_dict",
    ),
)
SOURCE_SPACES = (
    Absence(
        advice="source spaces do not change: take some with src[:1], join them with src + other",
        names="append clear extend insert pop remove reverse sort",
    ),
    Absence(
        advice="take it from MNE-Python: src.to_mne().{name}(...)",
        names="plot",
    ),
)
TRANSFORM = (
    DICT,
    Absence(advice="transforms do not change: keep it as it is", names="copy"),
    Absence(advice="write it with leadfield.write_trans", names="save"),
)
# By class.
MEMBERS = {
    "Beamformer": BEAMFORMER,
    "Brain": BRAIN,
    "CoordinateTransform": TRANSFORM,
    "Covariance": COVARIANCE,
    "Dipole": DIPOLE,
    "DipoleFixed": DIPOLE_FIXED,
    "Forward": (DICT,),
    "Info": INFO,
    "InverseOperator": (DICT,),
    "SourceSpaces": SOURCE_SPACES,
    **dict.fromkeys(("Raw", "Epochs", "Evoked"), CHANNEL_DATA),
    **dict.fromkeys(
        (
            "SourceEstimate",
            "VectorSourceEstimate",
            "VolSourceEstimate",
            "VolVectorSourceEstimate",
            "MixedSourceEstimate",
            "MixedVectorSourceEstimate",
        ),
        ESTIMATES,
    ),
}
