from clearml import Task
from clearml.automation import HyperParameterOptimizer, UniformParameterRange

optimizer = HyperParameterOptimizer(
    base_task_id=Task.get_task(task_name="digits").id,
    hyper_parameters=[
        UniformParameterRange("Hyperparameters/rate", min_value=1e-4, max_value=1e-1),
        UniformParameterRange("Hyperparameters/momentum", min_value=0.6, max_value=0.98),
        UniformParameterRange("Hyperparameters/flip", min_value=0.0, max_value=1.0),
        UniformParameterRange("Hyperparameters/overlap", min_value=0.1, max_value=0.7),
    ],
)
