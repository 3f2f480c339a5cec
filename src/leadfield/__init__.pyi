from leadfield import annotations as annotations
from leadfield import batch as batch
from leadfield import beamformer as beamformer
from leadfield import bem as bem
from leadfield import bids as bids
from leadfield import channels as channels
from leadfield import cli as cli
from leadfield import cov as cov
from leadfield import datasets as datasets
from leadfield import doctor as doctor
from leadfield import epochs as epochs
from leadfield import event as event
from leadfield import evoked as evoked
from leadfield import filter as filter
from leadfield import forward as forward
from leadfield import io as io
from leadfield import label as label
from leadfield import minimum_norm as minimum_norm
from leadfield import morph as morph
from leadfield import preprocessing as preprocessing
from leadfield import proj as proj
from leadfield import rank as rank
from leadfield import simulation as simulation
from leadfield import source_estimate as source_estimate
from leadfield import source_space as source_space
from leadfield import stats as stats
from leadfield import transforms as transforms
from leadfield import viz as viz
from leadfield.api.artefacts.compute_proj import compute_proj_epochs as compute_proj_epochs
from leadfield.api.artefacts.compute_proj import compute_proj_evoked as compute_proj_evoked
from leadfield.api.artefacts.compute_proj import compute_proj_raw as compute_proj_raw
from leadfield.api.brain.brain import Brain as Brain
from leadfield.api.covariance.compute import compute_covariance as compute_covariance
from leadfield.api.covariance.compute_raw import compute_raw_covariance as compute_raw_covariance
from leadfield.api.covariance.covariance import Covariance as Covariance
from leadfield.api.covariance.covariance import make_ad_hoc_cov as make_ad_hoc_cov
from leadfield.api.covariance.covariance import read_cov as read_cov
from leadfield.api.covariance.covariance import write_cov as write_cov
from leadfield.api.covariance.pick_channels_cov import pick_channels_cov as pick_channels_cov
from leadfield.api.covariance.rank import compute_rank as compute_rank
from leadfield.api.covariance.regularize import regularize as regularize
from leadfield.api.epochs.concatenate_epochs import concatenate_epochs as concatenate_epochs
from leadfield.api.epochs.eeg_reference import add_reference_channels as add_reference_channels
from leadfield.api.epochs.eeg_reference import set_eeg_reference as set_eeg_reference
from leadfield.api.epochs.epochs import BaseEpochs as BaseEpochs
from leadfield.api.epochs.epochs import Epochs as Epochs
from leadfield.api.epochs.epochs_array import EpochsArray as EpochsArray
from leadfield.api.epochs.epochs_files import read_epochs as read_epochs
from leadfield.api.epochs.evoked import Evoked as Evoked
from leadfield.api.epochs.evoked_array import EvokedArray as EvokedArray
from leadfield.api.epochs.evoked_files import combine_evoked as combine_evoked
from leadfield.api.epochs.evoked_files import read_evokeds as read_evokeds
from leadfield.api.epochs.evoked_files import write_evokeds as write_evokeds
from leadfield.api.epochs.fixed_length import make_fixed_length_epochs as make_fixed_length_epochs
from leadfield.api.estimates.apply_forward import apply_forward as apply_forward
from leadfield.api.estimates.apply_forward import apply_forward_raw as apply_forward_raw
from leadfield.api.estimates.forward_dipole import make_forward_dipole as make_forward_dipole
from leadfield.api.estimates.kinds import read_source_estimate as read_source_estimate
from leadfield.api.estimates.label_maps import labels_to_stc as labels_to_stc
from leadfield.api.estimates.label_maps import stc_to_label as stc_to_label
from leadfield.api.estimates.label_time_courses import (
    extract_label_time_course as extract_label_time_course,
)
from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate as MixedSourceEstimate
from leadfield.api.estimates.mixed_estimate import (
    MixedVectorSourceEstimate as MixedVectorSourceEstimate,
)
from leadfield.api.estimates.sensitivity import sensitivity_map as sensitivity_map
from leadfield.api.estimates.source_estimate import SourceEstimate as SourceEstimate
from leadfield.api.estimates.source_estimate import VectorSourceEstimate as VectorSourceEstimate
from leadfield.api.estimates.symmetric_orth import symmetric_orth as symmetric_orth
from leadfield.api.estimates.volume_estimate import VolSourceEstimate as VolSourceEstimate
from leadfield.api.estimates.volume_estimate import (
    VolVectorSourceEstimate as VolVectorSourceEstimate,
)
from leadfield.api.events.concatenate_raws import concatenate_raws as concatenate_raws
from leadfield.api.events.event_files import read_events as read_events
from leadfield.api.events.event_files import write_events as write_events
from leadfield.api.events.event_lists import concatenate_events as concatenate_events
from leadfield.api.events.event_lists import count_events as count_events
from leadfield.api.events.event_lists import make_fixed_length_events as make_fixed_length_events
from leadfield.api.events.event_lists import merge_events as merge_events
from leadfield.api.events.event_lists import pick_events as pick_events
from leadfield.api.events.find_events import find_events as find_events
from leadfield.api.events.find_stim_steps import find_stim_steps as find_stim_steps
from leadfield.api.events.from_annotations import events_from_annotations as events_from_annotations
from leadfield.api.events.to_annotations import annotations_from_events as annotations_from_events
from leadfield.api.forward.average import (
    average_forward_solutions as average_forward_solutions,
)
from leadfield.api.forward.bem_surfaces import make_bem_model as make_bem_model
from leadfield.api.forward.bem_surfaces import read_bem_surfaces as read_bem_surfaces
from leadfield.api.forward.bem_surfaces import write_bem_surfaces as write_bem_surfaces
from leadfield.api.forward.conductors import make_bem_solution as make_bem_solution
from leadfield.api.forward.conductors import make_sphere_model as make_sphere_model
from leadfield.api.forward.conductors import read_bem_solution as read_bem_solution
from leadfield.api.forward.conductors import write_bem_solution as write_bem_solution
from leadfield.api.forward.convert import convert_forward_solution as convert_forward_solution
from leadfield.api.forward.convert import is_fixed_orient as is_fixed_orient
from leadfield.api.forward.convert import pick_channels_forward as pick_channels_forward
from leadfield.api.forward.convert import pick_types_forward as pick_types_forward
from leadfield.api.forward.convert import restrict_forward_to_label as restrict_forward_to_label
from leadfield.api.forward.convert import restrict_forward_to_stc as restrict_forward_to_stc
from leadfield.api.forward.dipole import Dipole as Dipole
from leadfield.api.forward.dipole_files import read_dipole as read_dipole
from leadfield.api.forward.dipole_fixed import DipoleFixed as DipoleFixed
from leadfield.api.forward.forward import Forward as Forward
from leadfield.api.forward.forward import read_forward_solution as read_forward_solution
from leadfield.api.forward.forward import write_forward_solution as write_forward_solution
from leadfield.api.forward.head_places import head_to_mni as head_to_mni
from leadfield.api.forward.head_places import head_to_mri as head_to_mri
from leadfield.api.forward.head_places import read_talxfm as read_talxfm
from leadfield.api.forward.head_places import vertex_to_mni as vertex_to_mni
from leadfield.api.forward.make import make_forward_solution as make_forward_solution
from leadfield.api.forward.volume_sources import (
    setup_volume_source_space as setup_volume_source_space,
)
from leadfield.api.group.align_label_signs import align_label_signs as align_label_signs
from leadfield.api.inverse.priors import compute_depth_prior as compute_depth_prior
from leadfield.api.inverse.priors import compute_orient_prior as compute_orient_prior
from leadfield.api.labels.files import read_label as read_label
from leadfield.api.labels.files import write_label as write_label
from leadfield.api.labels.grow import grow_labels as grow_labels
from leadfield.api.labels.grow import random_parcellation as random_parcellation
from leadfield.api.labels.grow import select_sources as select_sources
from leadfield.api.labels.label import BiHemiLabel as BiHemiLabel
from leadfield.api.labels.label import Label as Label
from leadfield.api.labels.morph_labels import morph_labels as morph_labels
from leadfield.api.labels.on_sources import label_adjacency as label_adjacency
from leadfield.api.labels.on_sources import label_sign_flip as label_sign_flip
from leadfield.api.labels.parcellation import read_labels_from_annot as read_labels_from_annot
from leadfield.api.labels.parcellation import write_labels_to_annot as write_labels_to_annot
from leadfield.api.labels.split import split_label as split_label
from leadfield.api.labels.structures import (
    get_volume_labels_from_src as get_volume_labels_from_src,
)
from leadfield.api.labels.structures import volume_label_adjacency as volume_label_adjacency
from leadfield.api.morph.grand_average import grand_average as grand_average
from leadfield.api.morph.morph import SourceMorph as SourceMorph
from leadfield.api.morph.morph import compute_source_morph as compute_source_morph
from leadfield.api.morph.morph import read_source_morph as read_source_morph
from leadfield.api.morph.move_sources import morph_source_spaces as morph_source_spaces
from leadfield.api.recording.annotation_files import count_annotations as count_annotations
from leadfield.api.recording.annotation_files import read_annotations as read_annotations
from leadfield.api.recording.annotations import Annotations as Annotations
from leadfield.api.recording.equalize_channels import equalize_channels as equalize_channels
from leadfield.api.recording.equalize_channels import match_channel_orders as match_channel_orders
from leadfield.api.recording.info import Info as Info
from leadfield.api.recording.info import create_info as create_info
from leadfield.api.recording.info_functions import rename_channels as rename_channels
from leadfield.api.recording.montage import DigMontage as DigMontage
from leadfield.api.recording.montage import get_builtin_montages as get_builtin_montages
from leadfield.api.recording.montage import make_dig_montage as make_dig_montage
from leadfield.api.recording.montage import make_standard_montage as make_standard_montage
from leadfield.api.recording.picks import channel_indices_by_type as channel_indices_by_type
from leadfield.api.recording.picks import channel_type as channel_type
from leadfield.api.recording.picks import pick_channels as pick_channels
from leadfield.api.recording.picks import pick_channels_regexp as pick_channels_regexp
from leadfield.api.recording.picks import pick_info as pick_info
from leadfield.api.recording.picks import pick_types as pick_types
from leadfield.api.recording.projection_items import Projection as Projection
from leadfield.api.recording.projection_items import ProjectionItem as ProjectionItem
from leadfield.api.recording.projections import (
    make_eeg_average_ref_proj as make_eeg_average_ref_proj,
)
from leadfield.api.recording.projections import read_proj as read_proj
from leadfield.api.recording.projections import write_proj as write_proj
from leadfield.api.recording.raw import Raw as Raw
from leadfield.api.recording.transforms import CoordinateTransform as CoordinateTransform
from leadfield.api.recording.transforms import Transform as Transform
from leadfield.api.recording.transforms import read_trans as read_trans
from leadfield.api.recording.transforms import write_trans as write_trans
from leadfield.api.sources.adjacency import spatial_dist_adjacency as spatial_dist_adjacency
from leadfield.api.sources.adjacency import (
    spatial_inter_hemi_adjacency as spatial_inter_hemi_adjacency,
)
from leadfield.api.sources.adjacency import spatial_src_adjacency as spatial_src_adjacency
from leadfield.api.sources.adjacency import spatial_tris_adjacency as spatial_tris_adjacency
from leadfield.api.sources.adjacency import (
    spatio_temporal_dist_adjacency as spatio_temporal_dist_adjacency,
)
from leadfield.api.sources.adjacency import (
    spatio_temporal_src_adjacency as spatio_temporal_src_adjacency,
)
from leadfield.api.sources.adjacency import (
    spatio_temporal_tris_adjacency as spatio_temporal_tris_adjacency,
)
from leadfield.api.sources.distances import add_source_space_distances as add_source_space_distances
from leadfield.api.sources.segmentation import (
    get_volume_labels_from_aseg as get_volume_labels_from_aseg,
)
from leadfield.api.sources.segmentation import read_freesurfer_lut as read_freesurfer_lut
from leadfield.api.sources.setup import setup_source_space as setup_source_space
from leadfield.api.sources.source_spaces import SourceSpaces as SourceSpaces
from leadfield.api.sources.source_spaces import read_source_spaces as read_source_spaces
from leadfield.api.sources.source_spaces import write_source_spaces as write_source_spaces
from leadfield.api.whitening.evoked import whiten_evoked as whiten_evoked
from leadfield.api.whitening.whitener import compute_whitener as compute_whitener
from leadfield.base.log import set_log_level as set_log_level
from leadfield.base.version import __version__ as __version__
