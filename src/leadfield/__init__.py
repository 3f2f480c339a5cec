"""Maps of cortical activity from MEG and EEG with linear inverse methods.

``import leadfield as mne`` is meant to work: names, arguments and numbers are those of
MNE-Python for what leadfield does. Everything is loaded at first use.
"""

from leadfield.base.lazy import loading

__getattr__, __dir__, __all__ = loading(
    __name__,
    {
        "base.log": ["set_log_level"],
        "base.version": ["__version__"],
        "api.annotations": ["Annotations"],
        "api.bem_surfaces": ["make_bem_model", "read_bem_surfaces", "write_bem_surfaces"],
        "api.brain": ["Brain"],
        "api.conductors": [
            "make_bem_solution",
            "make_sphere_model",
            "read_bem_solution",
            "write_bem_solution",
        ],
        "api.covariance": ["Covariance", "make_ad_hoc_cov", "read_cov", "write_cov"],
        "api.covariance_estimates": ["compute_covariance", "compute_raw_covariance"],
        "api.epochs": ["Epochs", "read_epochs"],
        "api.epochs_array": ["EpochsArray"],
        "api.estimate_kinds": ["read_source_estimate"],
        "api.estimate_labels": ["extract_label_time_course"],
        "api.events": [
            "events_from_annotations",
            "find_events",
            "make_fixed_length_events",
            "merge_events",
            "read_events",
            "write_events",
        ],
        "api.evoked": ["Evoked"],
        "api.evoked_array": ["EvokedArray"],
        "api.evoked_files": ["combine_evoked", "read_evokeds", "write_evokeds"],
        "api.forward": ["Forward", "read_forward_solution", "write_forward_solution"],
        "api.forward_changes": [
            "convert_forward_solution",
            "is_fixed_orient",
            "pick_channels_forward",
            "pick_types_forward",
            "restrict_forward_to_label",
            "restrict_forward_to_stc",
        ],
        "api.forward_model": ["make_forward_solution"],
        "api.grand_average": ["grand_average"],
        "api.info": ["Info", "create_info"],
        "api.label_files": ["read_label", "read_labels_from_annot", "write_label"],
        "api.label_parcellation": ["write_labels_to_annot"],
        "api.labels": ["BiHemiLabel", "Label"],
        "api.mixed_estimate": ["MixedSourceEstimate", "MixedVectorSourceEstimate"],
        "api.morph": ["SourceMorph", "compute_source_morph", "read_source_morph"],
        "api.picks": [
            "channel_indices_by_type",
            "channel_type",
            "pick_channels",
            "pick_info",
            "pick_types",
        ],
        "api.priors": ["compute_depth_prior", "compute_orient_prior"],
        "api.projections": ["make_eeg_average_ref_proj", "read_proj", "write_proj"],
        "api.raw": ["Raw"],
        "api.source_estimate": ["SourceEstimate", "VectorSourceEstimate"],
        "api.source_spaces": ["SourceSpaces", "read_source_spaces", "write_source_spaces"],
        "api.source_spaces_setup": ["setup_source_space"],
        "api.transforms": ["CoordinateTransform", "read_trans", "write_trans"],
        "api.volume_estimate": ["VolSourceEstimate", "VolVectorSourceEstimate"],
        "api.whitening": ["compute_rank", "compute_whitener", "regularize", "whiten_evoked"],
    },
    ["cli", "datasets", "io", "minimum_norm", "viz"],
)
