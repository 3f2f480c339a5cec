"""Events: public interface of the stage ``events``."""
