"""Raw recordings, measurement info, projections: public interface of the stage ``recording``."""
