from leadfield.api.estimates import frame as frame
