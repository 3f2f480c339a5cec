from leadfield.api.recording.filter_arrays import create_filter as create_filter
from leadfield.api.recording.filter_arrays import filter_data as filter_data
from leadfield.api.recording.filter_arrays import notch_filter as notch_filter
from leadfield.api.recording.filter_arrays import resample as resample
