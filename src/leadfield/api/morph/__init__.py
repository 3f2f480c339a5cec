"""Source morphs and grand averages: public interface."""
