"""Head models and forward solutions, as users hold them."""
