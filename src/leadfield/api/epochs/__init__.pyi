from leadfield.api.epochs import evoked_frame as evoked_frame
