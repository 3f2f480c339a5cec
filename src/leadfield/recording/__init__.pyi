from leadfield.recording import interpolation as interpolation
from leadfield.recording import joined_info as joined_info
from leadfield.recording import montage as montage
from leadfield.recording import rereference as rereference
