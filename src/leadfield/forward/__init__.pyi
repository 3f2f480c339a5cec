from leadfield.api.estimates.apply_forward import apply_forward as apply_forward
from leadfield.api.estimates.apply_forward import apply_forward_raw as apply_forward_raw
from leadfield.api.estimates.forward_dipole import make_forward_dipole as make_forward_dipole
from leadfield.api.forward.average import (
    average_forward_solutions as average_forward_solutions,
)
from leadfield.api.forward.convert import convert_forward_solution as convert_forward_solution
from leadfield.api.forward.convert import is_fixed_orient as is_fixed_orient
from leadfield.api.forward.convert import restrict_forward_to_label as restrict_forward_to_label
from leadfield.api.forward.convert import restrict_forward_to_stc as restrict_forward_to_stc
from leadfield.api.forward.forward import Forward as Forward
from leadfield.api.forward.forward import read_forward_solution as read_forward_solution
from leadfield.api.forward.forward import write_forward_solution as write_forward_solution
from leadfield.api.forward.make import make_forward_solution as make_forward_solution
from leadfield.api.inverse.priors import compute_depth_prior as compute_depth_prior
from leadfield.api.inverse.priors import compute_orient_prior as compute_orient_prior
