"""Labels: public interface of the stage ``labels``."""
