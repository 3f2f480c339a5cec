"""Source spaces: public interface of the stage ``sources``."""
