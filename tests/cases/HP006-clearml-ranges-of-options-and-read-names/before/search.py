from clearml.automation import HyperParameterOptimizer, UniformParameterRange

HyperParameterOptimizer(
    base_task_id="digits",
    hyper_parameters=[
        UniformParameterRange("Args/gradient_clip", min_value=0.1, max_value=1.0),
        UniformParameterRange("General/rate", min_value=1e-4, max_value=1e-1),
        UniformParameterRange("General/momentum", min_value=0.6, max_value=0.98),
        UniformParameterRange("General/flip", min_value=0.0, max_value=1.0),
    ],
)
