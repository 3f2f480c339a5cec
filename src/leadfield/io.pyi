from leadfield.api.events.concatenate_raws import concatenate_raws as concatenate_raws
from leadfield.api.recording.info import read_info as read_info
from leadfield.api.recording.raw import BaseRaw as BaseRaw
from leadfield.api.recording.raw import Raw as Raw
from leadfield.api.recording.raw_array import RawArray as RawArray
from leadfield.api.recording.read_raw import read_raw as read_raw
from leadfield.api.recording.read_raw import read_raw_fif as read_raw_fif
