"""Pictures in few colours look the same and are smaller."""

from io import BytesIO

import numpy as np
from PIL import Image

from leadfield.render.few_colours import with_few_colours


def test_few_colours_look_the_same():
    ramp = np.linspace(0, 255, 300).astype(np.uint8)
    picture = np.stack([np.tile(ramp, (50, 1)), np.full((50, 300), 40, np.uint8)] * 2, axis=-1)
    stream = BytesIO()
    Image.fromarray(picture[..., :3]).save(stream, "PNG")
    after = np.asarray(Image.open(BytesIO(with_few_colours(stream.getvalue()))).convert("RGB"))
    assert np.abs(after.astype(int) - picture[..., :3]).max() <= 6
