"""Trust: public interface of the stage ``trust``."""
