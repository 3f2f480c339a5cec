from leadfield.api.doctor.diagnosis import Diagnosis as Diagnosis
from leadfield.api.doctor.examine import examine as examine
from leadfield.doctor.finding import Finding as Finding
