from leadfield.api.estimates import frame as frame
from leadfield.api.estimates import notebook as notebook
from leadfield.api.estimates import on_cortex as on_cortex
from leadfield.api.estimates import plot_volume as plot_volume
from leadfield.api.estimates import volume_page as volume_page
from leadfield.api.estimates import web_page as web_page
