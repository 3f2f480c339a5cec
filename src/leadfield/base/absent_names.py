"""Public names of MNE-Python that leadfield has not, by what to do instead.

`scripts/absent_names.py` says what is new in an installed MNE-Python, and what is here by now.
"""

from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Names that are not here, in a string with spaces, and what to do without them.

    ``advice`` may hold ``{name}`` and ``{kind}``, the class of the object.
    """

    advice: str
    names: str


# Functions, classes and modules, of mne, mne.beamformer, mne.io, mne.minimum_norm,
# mne.preprocessing, mne.simulation, mne.viz.
NAMES = (
    Absence(
        advice=(
            "read the recording with mne.io.{name} of MNE-Python and pass its Raw to leadfield, "
            "or save it as FIF there and read it with leadfield.io.read_raw_fif"
        ),
        names="""
        read_raw_ant read_raw_artemis123 read_raw_bci2k read_raw_bdf read_raw_boxy
        read_raw_brainvision read_raw_bti read_raw_cnt read_raw_ctf read_raw_curry read_raw_edf
        read_raw_eeglab read_raw_egi read_raw_eximia read_raw_eyelink read_raw_fieldtrip
        read_raw_fil read_raw_gdf read_raw_hitachi read_raw_kit read_raw_mef read_raw_nedf
        read_raw_neuralynx read_raw_nicolet read_raw_nihon read_raw_nirx read_raw_nsx
        read_raw_persyst read_raw_snirf
        """,
    ),
    Absence(
        advice=(
            "read them with mne.{name} of MNE-Python and pass its Epochs to leadfield, or save "
            "them as FIF there and read them with leadfield.read_epochs"
        ),
        names="""
        read_epochs_eeglab read_epochs_fieldtrip read_epochs_kit
        """,
    ),
    Absence(
        advice=(
            "read it with mne.{name} of MNE-Python and pass its Evoked to leadfield, or save it "
            "as FIF there and read it with leadfield.read_evokeds"
        ),
        names="""
        read_evoked_besa read_evoked_fieldtrip read_evokeds_mff
        """,
    ),
    Absence(
        advice=("prepare the data with MNE-Python and pass its Raw, Epochs or Evoked to leadfield"),
        names="""
        AcqParserFIF HEDAnnotations chpi compute_average_dev_head_t
        decoding ieeg make_field_map
        nirs pick
        read_lta read_reject_parameters read_vectorview_selection
        set_bipolar_reference
        """,
    ),
    Absence(
        advice=(
            "clean the recording with mne.preprocessing.{name} of MNE-Python and pass its Raw to "
            "leadfield, whose own way are projections: leadfield.preprocessing.compute_proj_eog "
            "and compute_proj_ecg"
        ),
        names="""
        EOGRegression GradientRemover ICA Xdawn apply_pca_obs compute_bridged_electrodes
        compute_current_source_density compute_fine_calibration compute_maxwell_basis
        compute_proj_hfc cortical_signal_suppression corrmap equalize_bads
        find_bad_channels_lof find_bad_channels_maxwell fix_stim_artifact get_score_funcs
        ica_find_ecg_events ica_find_eog_events infomax interpolate_bridged_electrodes
        maxwell_filter maxwell_filter_prepare_emptyroom oversampled_temporal_projection
        read_eog_regression read_fine_calibration read_ica read_ica_eeglab realign_raw
        regress_artifact remove_fmri_gradient_artifact write_fine_calibration
        """,
    ),
    Absence(
        advice=(
            "annotate the recording with mne.preprocessing.{name} of MNE-Python, and pass its Raw "
            "to leadfield, or its annotations to set_annotations"
        ),
        names="""
        annotate_amplitude annotate_break annotate_movement annotate_muscle_zscore annotate_nan
        """,
    ),
    Absence(
        advice=(
            "leadfield has the inverse methods MNE, dSPM, sLORETA and eLORETA; take others from "
            "MNE-Python, of which to_mne() of leadfield's data and models makes objects"
        ),
        names="dipole fit_dipole inverse_sparse",
    ),
    Absence(
        advice=(
            "compare estimates with mne.simulation.metrics of MNE-Python; how far maps can be "
            "trusted without a known truth says leadfield.minimum_norm.resolution_metrics"
        ),
        names="metrics",
    ),
    Absence(
        advice=(
            "leadfield's beamformer is LCMV; take others from MNE-Python, of which to_mne() of "
            "leadfield's data and models makes objects"
        ),
        names="""
        apply_dics apply_dics_csd apply_dics_epochs apply_dics_tfr_epochs make_dics rap_music
        read_beamformer trap_music
        """,
    ),
    Absence(
        advice=(
            "take it from MNE-Python, with the objects that to_mne() of leadfield's makes, or from "
            "SciPy, with arrays such as stc.data or epochs.get_data()"
        ),
        names="""
        erp linear_regression_raw
        stc_near_sensors time_frequency
        """,
    ),
    Absence(
        advice=(
            "make it with MNE-Python or FreeSurfer, and pass leadfield what they make, or its file"
        ),
        names="""
        coreg create_default_subject decimate_surface
        dig_mri_distances get_head_surf get_meg_helmet_surf get_montage_volume_labels
        grade_to_tris grade_to_vertices gui read_morph_map
        read_surface read_tri scale_bem scale_labels scale_mri scale_source_space
        transform_surface_to use_coil_def
        write_head_bem write_surface
        """,
    ),
    Absence(
        advice=(
            "draw it with MNE-Python, with the objects that to_mne() of leadfield's data and "
            "models makes"
        ),
        names="""
        ClickableImage EvokedField Figure3D LayeredMesh Report add_background_image adjust_axes
        backends centers_to_edges circular_layout clear_3d_figure close_3d_figure
        close_all_3d_figures compare_fiff concatenate_images create_3d_figure eyetracking
        find_layout get_3d_backend get_brain_class get_browser_backend iter_topography
        link_brains mne_analyze_colormap open_report plot_alignment plot_arrowmap plot_bem
        plot_brain_colorbar plot_bridged_electrodes plot_ch_adjacency plot_channel_labels_circle
        plot_chpi_snr plot_csd
        plot_epochs_image plot_epochs_psd plot_epochs_psd_topomap plot_evoked_field
        plot_evoked_topo plot_filter plot_head_positions plot_ica_components plot_ica_overlay
        plot_ica_properties plot_ica_scores plot_ica_sources plot_ideal_filter plot_layout
        plot_montage plot_projs_joint plot_raw_psd plot_raw_psd_topo
        plot_regression_weights plot_source_spectrogram
        plot_sparse_source_estimates plot_tfr_topomap plot_topo_image_epochs
        report set_3d_backend set_3d_options set_3d_title
        set_3d_view set_browser_backend snapshot_brain_montage ui_events use_3d_backend
        use_browser_backend
        """,
    ),
    Absence(
        advice=(
            "leadfield has no settings but the environment variables SUBJECTS_DIR and "
            "LEADFIELD_LOGGING_LEVEL"
        ),
        names="""
        cuda get_config get_config_path open_docs parse_config set_cache_dir set_config
        set_memmap_min_size sys_info
        """,
    ),
    Absence(
        advice=(
            "set the level with leadfield.set_log_level, or verbose= of a function; Python's "
            "logging module writes the logger 'leadfield' to files"
        ),
        names="""
        set_log_file use_log_level verbose
        """,
    ),
    Absence(
        advice=("hand MNE-Python what to_mne() of the data makes, and export that"),
        names="""
        export
        """,
    ),
    Absence(
        advice=("leadfield's class is CoordinateTransform"),
        names="""
        """,
    ),
    Absence(
        advice=(
            "leadfield's names are in leadfield, leadfield.beamformer, leadfield.filter, "
            "leadfield.io, leadfield.minimum_norm, leadfield.preprocessing, leadfield.simulation, "
            "leadfield.viz and leadfield.datasets"
        ),
        names="""
        commands constants defaults get_channel_type_constants show_fiff surface what
        """,
    ),
    # Of mne.channels and mne.cov.
    Absence(
        advice=("prepare the data with MNE-Python and pass its Raw, Epochs or Evoked to leadfield"),
        names="""
        combine_channels compute_dev_head_t compute_native_head_t find_ch_adjacency
        fix_mag_coil_types get_builtin_ch_adjacencies
        make_1020_channel_selections read_ch_adjacency
        read_custom_montage read_dig_captrak read_dig_curry read_dig_dat read_dig_egi
        read_dig_fif read_dig_hpts read_dig_localite read_dig_polhemus_isotrak
        read_meg_canonical_info read_polhemus_fastscan transform_to_head unify_bad_channels
        """,
    ),
    Absence(
        advice="draw it with MNE-Python, which places sensors in the plane for its own figures",
        names="Layout generate_2d_layout make_eeg_layout make_grid_layout read_layout",
    ),
    Absence(
        advice="whiten with leadfield.cov.compute_whitener, which prepares the covariance itself",
        names="prepare_noise_cov",
    ),
)
# Methods and attributes of Raw, Epochs and Evoked.
CHANNEL_DATA = (
    Absence(
        advice=(
            "take it from MNE-Python for sensors, of what to_mne() makes; of sources, "
            "leadfield.minimum_norm has compute_source_psd and source_induced_power, and takes "
            "transforms of epochs in apply_inverse_tfr_epochs"
        ),
        names="""
        compute_psd compute_tfr
        """,
    ),
    Absence(
        advice=("do it with MNE-Python first, and pass its {kind} to leadfield"),
        names="""
        interpolate_to
        """,
    ),
    Absence(
        advice=("do it with MNE-Python first, and pass its {kind} to leadfield"),
        names="""
        acqparser
        """,
    ),
    Absence(
        advice=("to_mne() makes MNE-Python's {kind} of it, which draws itself"),
        names="""
        plot_image plot_field plot_topo plot_topo_image plot_psd plot_psd_topo
        plot_psd_topomap animate_topomap
        """,
    ),
    Absence(
        advice=(
            "to_mne() makes MNE-Python's {kind} of it, which has {name}; or take its arrays "
            "(get_data or data, times, ch_names)"
        ),
        names="""
        export
        """,
    ),
    Absence(
        advice=("files are opened and closed as needed; iterate with a for loop"),
        names="""
        next
        """,
    ),
)
# Methods and attributes of source estimates.
ESTIMATES = (
    Absence(
        advice="save one value a source: stc.magnitude().save_as_surface(...)",
        names="save_as_surface",
    ),
)
