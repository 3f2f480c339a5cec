"""Return types of the functions that apply an inverse operator.

The class of an estimate follows from the operator's source space: ``SourceEstimate`` for a
cortex, ``VolSourceEstimate`` for volumes, ``MixedSourceEstimate`` for both. No annotation of the
arguments can say which one comes, because operators are read from files. A union of the three would
refuse ``stc.plot(hemi="rh")``, which only the first has; ``SourceEstimate`` alone would let type
checkers take ``isinstance(stc, VolSourceEstimate)`` for impossible and skip the code behind it.

So the types are ``SourceEstimate | Any``, as the standard library's stubs say "this, and you may
know better": scripts for a cortex are checked and completed as such, and ``isinstance`` narrows to
another class where the source space is another.
"""

from typing import Any

from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate

ScalarEstimate = SourceEstimate | Any
VectorEstimate = VectorSourceEstimate | Any
