from leadfield.api.forward.bem_surfaces import make_bem_model as make_bem_model
from leadfield.api.forward.bem_surfaces import read_bem_surfaces as read_bem_surfaces
from leadfield.api.forward.bem_surfaces import write_bem_surfaces as write_bem_surfaces
from leadfield.api.forward.conductors import make_bem_solution as make_bem_solution
from leadfield.api.forward.conductors import make_sphere_model as make_sphere_model
from leadfield.api.forward.conductors import read_bem_solution as read_bem_solution
from leadfield.api.forward.conductors import write_bem_solution as write_bem_solution
