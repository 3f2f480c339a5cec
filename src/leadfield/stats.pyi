from leadfield.api.statistics.bootstrap import (
    bootstrap_confidence_interval as bootstrap_confidence_interval,
)
from leadfield.api.statistics.combine import combine_adjacency as combine_adjacency
from leadfield.api.statistics.corrections import bonferroni_correction as bonferroni_correction
from leadfield.api.statistics.corrections import fdr_correction as fdr_correction
from leadfield.api.statistics.groups import permutation_cluster_test as permutation_cluster_test
from leadfield.api.statistics.groups import (
    spatio_temporal_cluster_test as spatio_temporal_cluster_test,
)
from leadfield.api.statistics.one_sample import (
    permutation_cluster_1samp_test as permutation_cluster_1samp_test,
)
from leadfield.api.statistics.one_sample import (
    spatio_temporal_cluster_1samp_test as spatio_temporal_cluster_1samp_test,
)
from leadfield.api.statistics.parametric import f_oneway as f_oneway
from leadfield.api.statistics.parametric import ttest_1samp_no_p as ttest_1samp_no_p
from leadfield.api.statistics.parametric import ttest_ind_no_p as ttest_ind_no_p
from leadfield.api.statistics.permutation_t import permutation_t_test as permutation_t_test
from leadfield.api.statistics.regression import linear_regression as linear_regression
from leadfield.api.statistics.repeated_measures import f_mway_rm as f_mway_rm
from leadfield.api.statistics.repeated_measures import f_threshold_mway_rm as f_threshold_mway_rm
from leadfield.api.statistics.summary import summarize_clusters_stc as summarize_clusters_stc
