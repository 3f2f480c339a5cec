from leadfield.api.bids.open_data_set import open_data_set as open_data_set
from leadfield.api.bids.read_raw import get_head_mri_trans as get_head_mri_trans
from leadfield.api.bids.read_raw import read_events as read_events
from leadfield.api.bids.read_raw import read_raw as read_raw
from leadfield.bids.data_set import BidsDataSet as BidsDataSet
from leadfield.bids.recording_files import RecordingFiles as RecordingFiles
