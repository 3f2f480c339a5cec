// Page data: what a page or widget carries, its types with units and shapes. PAYLOAD.md says how
// the bytes are made; a change that old pages cannot be read by raises VERSION.

export const FORMAT = "leadfield-viewer";
export const VERSION = 1;

/** Key of `PageData.arrays`. */
export type ArrayName = string;

export type DType = "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32";

/** Where an array lies behind the header, and how it is stored. C order, little-endian. */
export interface StoredArray {
  dtype: DType;
  shape: number[];
  /** In bytes after the header, a multiple of 8. */
  offset: number;
  nbytes: number;
  /** Integers only: each row but the first is the difference to the row before, modulo 2^bits. */
  delta?: boolean;
  /** First bytes of all numbers, then all second bytes, ...: it packs better. Done after `delta`. */
  planes?: boolean;
}

export type HemisphereName = "lh" | "rh";
/** What the number of a source counts in: vertices of a hemisphere, or points of the grid. */
export type PlaceName = HemisphereName | "vol";
export type SurfaceName = "white" | "pial" | "inflated";
export type ViewName =
  | "lateral"
  | "medial"
  | "rostral"
  | "caudal"
  | "dorsal"
  | "ventral"
  | "frontal"
  | "parietal";

export interface PageData {
  format: typeof FORMAT;
  version: typeof VERSION;
  arrays: Record<ArrayName, StoredArray>;
  /** Heading of the page; may be empty. */
  title: string;
  /** Pairs that the help lists, such as ["subject", "fsaverage"], ["leadfield", "0.1.0"]. */
  about: [string, string][];
  /** How times are shown; they are stored in seconds. */
  timeUnit: "s" | "ms";
  /** One or two, the left one first; none where there is a volume. */
  hemispheres: HemisphereData[];
  /** Sources in a volume, seen in slices; null for those on the cortex. */
  volume: VolumeData | null;
  /** Conditions or methods, all on the same sources. May be empty: a brain without activity. */
  maps: MapData[];
  /** Sensor types, such as magnetometers; may be empty. */
  sensors: SensorTypeData[];
  /** Measured responses that maps were made of; may be empty. */
  responses: ResponseData[];
  live: LiveInverseData | null;
  regions: RegionsData[];
  foci: FocusData[];
  captions: CaptionData[];
  /** 4 x 4 by rows, from surface RAS, or scanner RAS of a volume, to MNI, in mm; null: not known. */
  toMni: number[] | null;
  initial: InitialState;
}

export interface HemisphereData {
  name: HemisphereName;
  nVertices: number;
  /** (n_triangles, 3) of any integer type, anticlockwise from outside. */
  triangles: ArrayName;
  /** At least one. The same triangles join all of them. */
  surfaces: Partial<Record<SurfaceName, SurfaceData>>;
  /** int8 (n_vertices,), above 0 in sulci: -127 and 127 are -0.5 and 0.5 per mm, clipped. Null: even grey. */
  curvature: ArrayName | null;
  /** Vertex number of each source, any integer type, growing (n_sources,); may have no entries. */
  sources: ArrayName;
  /** Unit normals in surface RAS, float32 (n_sources, 3). Null: those of the mesh. */
  normals: ArrayName | null;
  weights: WeightsData;
}

/** Sources at points of a grid. Coordinates are scanner RAS in mm, along whose axes slices are cut. */
export interface VolumeData {
  /** Points along each axis of the grid; their numbers count along the first one first. */
  shape: [number, number, number];
  /** 4 x 4 by rows, from places on the grid to coordinates. */
  affine: number[];
  /** Number of the point of each source, any integer type, (n_sources,). */
  sources: ArrayName;
  /** What slices show, from the lowest to the highest corner. */
  low: [number, number, number];
  high: [number, number, number];
  /** Null: even grey where sources are. */
  image: GreyImageData | null;
}

/** The anatomy in voxels along the axes of coordinates. */
export interface GreyImageData {
  /** uint8 (n_z, n_y, n_x), from black to white. */
  values: ArrayName;
  /** The middle of the first voxel, and mm from one to the next. */
  first: [number, number, number];
  step: number;
}

/** Positions in surface RAS, in mm, as the file has them (the viewer sets hemispheres apart). */
export interface SurfaceData {
  /** uint16 (n_vertices, 3): low + value * (high - low) / 65535. */
  positions: ArrayName;
  low: [number, number, number];
  high: [number, number, number];
}

/**
 * Smoothing, from this hemisphere's sources to its vertices, a sparse matrix by rows. The
 * weights of a vertex are divided by their sum; a vertex without entries is left unpainted.
 */
export interface WeightsData {
  /** uint8 (n_vertices,): entries of each vertex. Best cut to the 6 largest. */
  counts: ArrayName;
  /** uint16 or uint32 (n_entries,): places in `sources`, vertex after vertex. */
  indices: ArrayName;
  /** uint8 or uint16 (n_entries,), above 0. */
  values: ArrayName;
}

/**
 * A matrix (n_rows, n_columns) in factors: U @ V. Column r of U is scales[r] times integers:
 * row r of `fine` for the first, then rows of `coarse`.
 */
export interface FactorsData {
  rank: number;
  /** int16 (n_fine, n_rows). */
  fine: ArrayName;
  /** int8 (rank - n_fine, n_rows); null if there are none. */
  coarse: ArrayName | null;
  /** float32 (rank,). */
  scales: ArrayName;
}

/** Regular times in s: tmin + tstep * i for i < n. tstep is above 0, n at least 1. */
export interface TimesData {
  tmin: number;
  tstep: number;
  n: number;
}

/** Values of all sources at all times, in the estimate's own unit (A·m, or none). */
export interface MapData {
  title: string;
  /** Such as "dSPM" or "Current"; no unit in it. */
  quantity: string;
  /** As shown, such as "pA·m"; "" for none. */
  unit: string;
  /** Shown numbers are values times this, such as 1e12. */
  scale: number;
  times: TimesData;
  /** Null for the map of `PageData.live`: then its response, and quantity to limits, are those of the method. */
  values: ValuesData | null;
  /** Place in `responses` of the data it was made of; null for none. */
  response: number | null;
  limits: LimitsData;
  colours: ColoursData;
}

/**
 * Rows of U are sources, hemisphere after hemisphere or those of the volume, in the order of
 * `sources`; with three components a source has three rows, its moment along x, y and z of RAS.
 */
export interface ValuesData {
  components: 1 | 3;
  factors: FactorsData;
  /** V, float32 (rank, n_times). */
  courses: ArrayName;
  /** Smallest and largest value (of lengths for three components) at any time. */
  range: [number, number];
  /** Where and when the value is farthest from 0: vertex number, and time in s. */
  peak: { hemisphere: PlaceName; vertex: number; time: number };
}

/** In the estimate's own unit. Signed maps mirror them: colours run from -fmax to fmax. */
export interface LimitsData {
  fmin: number;
  fmid: number;
  fmax: number;
  signed: boolean;
}

export interface ColoursData {
  /**
   * uint8 (256, 4) red, green, blue, opacity at even steps. Unsigned: first at fmin, middle at
   * fmid, last at fmax. Signed: first at -fmax, middle at 0, last at fmax, three quarters at fmid.
   */
  table: ArrayName;
  /** Whether colours fade in from fmin to fmid; else values below fmin have the colour of fmin. */
  transparent: boolean;
}

export interface SensorTypeData {
  /** "mag", "grad", "eeg", ... */
  kind: string;
  /** Such as "Magnetometers". */
  title: string;
  unit: string;
  /** Shown numbers are values times this, such as 1e15. */
  scale: number;
  names: string[];
  /** Places of bad channels in `names`: drawn dashed and grey, in no head map. */
  bads: number[];
  /** float32 (n_channels, 2): x to the right, y to the nose; the head's circle has radius 1. */
  positions: ArrayName;
  headMap: HeadMapData | null;
}

/**
 * The live head map: pixel values are `matrix` times one number a column. Pixels lie in a square
 * of size x size from -extent to extent, the first row at the nose.
 */
export interface HeadMapData {
  size: number;
  extent: number;
  /** The picture is cut at this radius: have pixels a little beyond it. */
  radius: number;
  /** uint16 or uint32 (n_pixels,): row * size + column of the pixels in `matrix`. */
  pixels: ArrayName;
  /** float32, or int16 or int8 with `scales`, (n_pixels, n_columns). */
  matrix: ArrayName;
  /** float32 (n_pixels,): what the integers of each row are times; null for float32. */
  scales: ArrayName | null;
  /** uint16 (n_columns, 1 or 2): channels; the root mean square of two (planar gradiometers). */
  channels: ArrayName;
}

export interface ResponseData {
  title: string;
  nave: number;
  times: TimesData;
  /** One for each of `PageData.sensors`, in its order; null where it has none of the type. */
  channels: (ChannelsData | null)[];
}

/** Values in SI units (T, T/m, V). */
export interface ChannelsData {
  /** float32, or int16 with `scales`, (n_channels, n_times). */
  data: ArrayName;
  /** float32 (n_channels,): what the integers of each row are times; null for float32. */
  scales: ArrayName | null;
}

/**
 * An inverse operator in factors with W G R^1/2 = U' S V'. In the page, for lambda2 = 1 / snr^2:
 * gains = s / (s^2 + lambda2); columns j = weights[j] * sum_r V[j, r] * gains[r] * components[r, t];
 * dSPM divides a source by (sum over its columns and r of (weights V gains)^2)^1/2, sLORETA by the
 * same of gains * (1 + s^2 / lambda2)^1/2, both then times (nave / operatorNave)^1/2.
 */
export interface LiveInverseData {
  /** Columns of the operator a source: 3 for free or loose orientation, else 1. */
  perSource: 1 | 3;
  /** V, or R^1/2 V; rows as in `ValuesData` with `perSource` rows a source. Rank is that of s. */
  leads: FactorsData;
  /** float32 (n_sources * perSource,): deviations R^1/2; null: 1, they are in `leads`. */
  weights: ArrayName | null;
  /** float32 (rank,): s. */
  singularValues: ArrayName;
  operatorNave: number;
  /** "norm": lengths of a source's columns; "signed": one number; "vector": x, y, z. */
  output: "norm" | "signed" | "vector";
  /**
   * float32 (n_sources, n_out, perSource): takes the columns to the output, after the division;
   * n_out is 1 for "signed" and 3 for "vector". Null for "norm" and fixed orientation.
   */
  turns: ArrayName | null;
  /** One for each of `PageData.responses`; null where the operator does not fit it. */
  responses: (LiveResponseData | null)[];
  methods: LiveMethodData[];
  snr: { initial: number; low: number; high: number };
  /** One of the methods' names. */
  initialMethod: LiveMethodName;
}

export interface LiveResponseData {
  /** U W P x, float32 (rank, n_times). */
  components: ArrayName;
  /** |W P x|^2 less |U W P x|^2, float32 (n_times,); null where U has full rank. */
  outside: ArrayName | null;
  nave: number;
}

export type LiveMethodName = "MNE" | "dSPM" | "sLORETA";

/** What `MapData` says of a map, for each method; limits are those at the initial snr. */
export interface LiveMethodData {
  name: LiveMethodName;
  quantity: string;
  unit: string;
  scale: number;
  limits: LimitsData;
  colours: ColoursData;
}

/** A parcellation or labels. */
export interface RegionsData {
  name: string;
  names: string[];
  /** 0xRRGGBB of each. */
  colours: number[];
  /**
   * One for each of `hemispheres`: int16 (n_vertices,), place in `names`, -1 for none; or null. Of a
   * volume one, int16 (n_sources,).
   */
  vertices: (ArrayName | null)[];
  /** Filled, or outlined. */
  filled: boolean;
  shown: boolean;
}

export interface FocusData {
  hemisphere: HemisphereName;
  /** Where it lies on the cortex, so that it follows the surfaces; null: at `position`. */
  vertex: number | null;
  /** Surface RAS in mm on the initial surface. */
  position: [number, number, number];
  /** In mm. */
  radius: number;
  /** 0xRRGGBB. */
  colour: number;
  opacity: number;
  name: string;
}

export interface CaptionData {
  text: string;
  /** Fractions of the picture's width and height, from the lower left. */
  x: number;
  y: number;
  /** 0xRRGGBB; null: that of text. */
  colour: number | null;
  /** In CSS pixels; null: that of text. */
  size: number | null;
  justification: "left" | "center" | "right";
}

export interface InitialState {
  /** In s; null: the peak of the map. */
  time: number | null;
  /** Place in `maps`. */
  map: number;
  /** Places in `maps` to show side by side, with one camera; fewer than two: only `map`. */
  sideBySide: number[];
  /** How many views a map has. */
  views: 1 | 4;
  view: ViewName;
  hemisphere: HemisphereName | "both";
  surface: SurfaceName;
  /** Sources whose courses are shown; the peak if there are none. */
  picks: { hemisphere: PlaceName; vertex: number }[];
  /** Where slices are cut, in mm; null: at the last of `picks`, or the peak. */
  place: [number, number, number] | null;
}
