"""What is compared of a result: numbers, texts, and what objects of both packages are made of."""

from collections.abc import Callable, Iterator, Mapping
from types import GeneratorType
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse


class Times(NamedTuple):
    """Times that may differ by some seconds."""

    seconds: Any
    within: float


def facts(thing: Any) -> Any:
    """Arrays, numbers, strings, lists and dicts that say what a result holds."""
    for base in type(thing).__mro__:
        if base.__name__ in OBJECTS:
            return OBJECTS[base.__name__](thing)
    if scipy.sparse.issparse(thing):
        return thing.toarray()
    if isinstance(thing, Mapping):
        return {str(key): facts(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple | GeneratorType | Iterator):
        return [facts(one) for one in thing]
    if isinstance(thing, set | frozenset):
        return sorted(thing)
    # A later call may change an array.
    return np.copy(thing)[()] if isinstance(thing, np.ndarray | np.generic) else thing


def of_info(info: Any) -> dict[str, Any]:
    """Channels, places and history of a recording."""
    return {
        "names": list(info["ch_names"]),
        "types": info.get_channel_types(),
        "bads": sorted(info["bads"]),
        "places": np.array([one["loc"] for one in info["chs"]]),
        "channels": [
            [int(one[key]) for key in ("kind", "coil_type", "unit", "coord_frame")]
            for one in info["chs"]
        ],
        "scales": np.array([[one["cal"], one["range"]] for one in info["chs"]]),
        "rate": info["sfreq"],
        "band": [info["highpass"], info["lowpass"]],
        "projections": [facts(one) for one in info["projs"]],
        "reference": bool(info["custom_ref_applied"]),
        "date": info["meas_date"],
        "description": info["description"],
        "head": facts(info["dev_head_t"]),
        "points": [[int(p["kind"]), int(p["ident"]), np.array(p["r"])] for p in info["dig"] or ()],
        "compensations": len(info["comps"]),
    }


def of_raw(raw: Any) -> dict[str, Any]:
    """Samples, times, annotations and channels."""
    return {
        "data": raw.get_data(),
        "first": raw.first_samp,
        "times": raw.times,
        "annotations": facts(raw.annotations),
        "info": of_info(raw.info),
    }


def of_epochs(epochs: Any) -> dict[str, Any]:
    """Samples, events, what was dropped, and channels."""
    return {
        "data": epochs.get_data(verbose="error"),
        "times": epochs.times,
        "events": epochs.events,
        "names": dict(epochs.event_id),
        "baseline": facts(epochs.baseline),
        "selection": list(epochs.selection),
        "drops": facts(epochs.drop_log),
        "metadata": facts(epochs.metadata),
        "info": of_info(epochs.info),
    }


def of_evoked(evoked: Any) -> dict[str, Any]:
    """Samples, times, what was averaged, and channels."""
    names = ("data", "times", "nave", "comment", "kind", "first", "last", "baseline")
    return {name: facts(getattr(evoked, name)) for name in names} | {"info": of_info(evoked.info)}


def of_dipole(dipole: Any) -> dict[str, Any]:
    """Places, strengths and what a fit left."""
    names = ("times", "pos", "amplitude", "ori", "gof", "name", "conf", "khi2", "nfree")
    return {name: facts(getattr(dipole, name)) for name in names}


def of_fixed_dipole(dipole: Any) -> dict[str, Any]:
    """Courses, times, what was averaged, and channels."""
    names = ("data", "times", "nave", "comment", "kind", "first", "last", "preload", "ch_names")
    return {name: facts(getattr(dipole, name)) for name in names} | {"info": of_info(dipole.info)}


def of_estimate(stc: Any) -> dict[str, Any]:
    """Values, vertices and times."""
    return {
        "class": type(stc).__name__,
        "data": np.array(stc.data),
        "vertices": [np.asarray(one) for one in stc.vertices],
        "times": [stc.tmin, stc.tstep, len(stc.times)],
        "subject": stc.subject,
    }


def of_covariance(cov: Any) -> dict[str, Any]:
    """Variances and how they were estimated."""
    keys = ("data", "names", "bads", "nfree", "diag", "projs")
    return {key: facts(cov[key]) for key in keys}


def of_forward(fwd: Any) -> dict[str, Any]:
    """Lead fields, their channels and sources."""
    keys = ("nsource", "nchan", "source_ori", "coord_frame", "source_rr", "source_nn", "surf_ori")
    out = {key: facts(fwd[key]) for key in keys}
    out |= {"gain": fwd["sol"]["data"], "names": list(fwd["sol"]["row_names"])}
    out |= {"bads": list(fwd["info"]["bads"]), "channels": list(fwd["info"]["ch_names"])}
    return out | {"sources": facts(fwd["src"]), "head": facts(fwd["mri_head_t"])}


def of_inverse(inverse: Any) -> dict[str, Any]:
    """Priors, noise and weights; fields have signs and turns of their own, and are applied."""
    names = ("source_cov", "orient_prior", "depth_prior")
    out: dict[str, Any] = {
        name: facts(inverse[name]["data"]) if inverse[name] else None for name in names
    }
    out["frame"] = int(np.squeeze(inverse["coord_frame"]))
    keys = ("nsource", "source_ori", "source_nn", "methods", "nave")
    out |= {key: facts(inverse[key]) for key in keys}
    # MNE-Python also holds the components that are zero.
    out["sing"] = np.sort(inverse["sing"][inverse["sing"] > 1e-6 * max(inverse["sing"])])
    out |= {"noise": facts(inverse["noise_cov"]), "sources": facts(inverse["src"])}
    return out | {"channels": list(inverse["info"]["ch_names"])}


def of_source_spaces(src: Any) -> list[Any]:
    """Points and vertices of each."""
    keys = ("type", "id", "coord_frame", "np", "nuse", "vertno", "rr", "nn", "subject_his_id")
    return [{key: facts(one.get(key)) for key in keys} for one in src]


def of_label(label: Any) -> dict[str, Any]:
    """Vertices, places and values."""
    names = ("vertices", "pos", "values", "hemi", "name", "subject", "comment", "color")
    return {name: facts(getattr(label, name)) for name in names}


def of_pair(label: Any) -> dict[str, Any]:
    """The labels of both hemispheres."""
    return {"lh": of_label(label.lh), "rh": of_label(label.rh), "name": label.name}


def of_annotations(annotations: Any) -> dict[str, Any]:
    """When, how long, and what."""
    out = {"orig_time": annotations.orig_time, "description": list(annotations.description)}
    # Dates, which MNE-Python counts from, have microseconds.
    out |= {name: Times(getattr(annotations, name), 1.1e-6) for name in ("onset", "duration")}
    return out | {"channels": [tuple(one) for one in annotations.ch_names]}


def of_projection(one: Any) -> dict[str, Any]:
    """Vectors and their channels."""
    data = {key: facts(one["data"][key]) for key in ("col_names", "data", "nrow", "ncol")}
    return data | {key: facts(one[key]) for key in ("desc", "active", "kind")}


def of_transform(one: Any) -> dict[str, Any]:
    """Matrix and frames."""
    return {"from": int(one["from"]), "to": int(one["to"]), "trans": np.array(one["trans"])}


def of_morph(morph: Any) -> dict[str, Any]:
    """The matrix and its vertices."""
    names = ("kind", "morph_mat", "subject_from", "subject_to", "vertices_to")
    return {name: facts(getattr(morph, name)) for name in names}


def of_montage(montage: Any) -> dict[str, Any]:
    """Where electrodes and the head's points are."""
    found = montage.get_positions()
    return {key: facts(found[key]) for key in ("ch_pos", "nasion", "lpa", "rpa", "coord_frame")}


def of_frame(table: Any) -> dict[str, Any]:
    """Columns and index of a data frame."""
    columns = {str(name): table[name].to_numpy() for name in table.columns}
    return {"columns": columns, "index": [str(one) for one in table.index]}


def of_figure(figure: Any) -> list[Any]:
    """Lines, labels and texts of each axes that shows something."""
    return [of_axes(axes) for axes in figure.axes]


def bars(figure: Any) -> list[Any]:
    """Heights and names of the bars of a figure's first axes, and how many axes it has."""
    axes = figure.axes[0]
    heights = [patch.get_height() for patch in axes.patches]
    names = [text.get_text() for text in axes.get_xticklabels()]
    return [len(figure.axes), sorted(zip(heights, names, strict=False))]


def images(figure: Any) -> list[Any]:
    """Images of a figure, the largest first, each as a share of its largest value."""
    arrays = [np.array(one.get_array(), float) for axes in figure.axes for one in axes.images]
    return [one / np.abs(one).max() for one in sorted(arrays, key=lambda one: -one.size)]


def lines(figure: Any) -> list[Any]:
    """Lines of a figure in each axes, as pairs of x and y."""
    return [[np.array(line.get_xydata(), float) for line in axes.lines] for axes in figure.axes]


def of_axes(axes: Any) -> dict[str, Any]:
    """What one axes shows."""
    return {
        "title": axes.get_title(),
        "x": axes.get_xlabel(),
        "y": axes.get_ylabel(),
        "lines": [np.array(line.get_xydata(), float) for line in axes.lines],
        "images": [np.array(image.get_array(), float) for image in axes.images],
        "texts": [text.get_text() for text in axes.texts],
    }


OBJECTS: dict[str, Callable[[Any], Any]] = {
    "Times": lambda thing: thing,
    "Annotations": of_annotations,
    "BaseEpochs": of_epochs,
    "BaseRaw": of_raw,
    "BaseSourceEstimate": of_estimate,
    "_BaseSourceEstimate": of_estimate,
    "BiHemiLabel": of_pair,
    "CoordinateTransform": of_transform,
    "Covariance": of_covariance,
    "DataFrame": of_frame,
    "DigMontage": of_montage,
    "Dipole": of_dipole,
    "DipoleFixed": of_fixed_dipole,
    "Epochs": of_epochs,
    "Evoked": of_evoked,
    "Figure": of_figure,
    "Forward": of_forward,
    "Info": of_info,
    "InverseOperator": of_inverse,
    "Label": of_label,
    "Projection": of_projection,
    "ProjectionItem": of_projection,
    "Raw": of_raw,
    "SourceMorph": of_morph,
    "SourceSpaces": of_source_spaces,
    "Transform": of_transform,
}
