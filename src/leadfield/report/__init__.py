"""Report of a run: its values on one page of HTML, with the viewer inside."""
