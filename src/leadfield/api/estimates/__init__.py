"""Source estimates: public interface of the stage ``estimates``."""
