"""Source morphs and grand averages: public interface of the stage ``morph``."""
