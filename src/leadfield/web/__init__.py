"""One page of HTML that shows a brain: a renderer of scenes, and pages with more than a scene."""
