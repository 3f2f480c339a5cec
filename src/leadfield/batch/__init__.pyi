from leadfield.batch.batch_plan import BatchPlan as BatchPlan
from leadfield.batch.batch_result import BatchResult as BatchResult
from leadfield.batch.batch_result import ParticipantResult as ParticipantResult
from leadfield.batch.run_batch import plan as plan
from leadfield.batch.run_batch import run as run
from leadfield.batch.study import Study as Study
from leadfield.batch.study_file import read_study as read_study
