from leadfield.api.labels.files import read_label as read_label
from leadfield.api.labels.files import write_label as write_label
from leadfield.api.labels.label import BiHemiLabel as BiHemiLabel
from leadfield.api.labels.label import Label as Label
from leadfield.api.labels.parcellation import read_labels_from_annot as read_labels_from_annot
from leadfield.api.labels.parcellation import write_labels_to_annot as write_labels_to_annot
