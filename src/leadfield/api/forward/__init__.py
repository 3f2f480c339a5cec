"""Head models and forward solutions: public interface of the stage ``forward``."""
