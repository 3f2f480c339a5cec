from leadfield.api.events.event_files import read_events as read_events
from leadfield.api.events.event_files import write_events as write_events
from leadfield.api.events.event_lists import concatenate_events as concatenate_events
from leadfield.api.events.event_lists import count_events as count_events
from leadfield.api.events.event_lists import make_fixed_length_events as make_fixed_length_events
from leadfield.api.events.event_lists import merge_events as merge_events
from leadfield.api.events.event_lists import pick_events as pick_events
from leadfield.api.events.find_events import find_events as find_events
