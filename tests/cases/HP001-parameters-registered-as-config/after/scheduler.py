from diffusers.configuration_utils import ConfigMixin, register_to_config
from diffusers.schedulers.scheduling_utils import SchedulerMixin


class Scheduler(SchedulerMixin, ConfigMixin):
    order = 1

    @register_to_config
    def __init__(self, num_train_timesteps=1000, beta_start=0.0001, solver_type="heun"):
        if solver_type not in ("heun", "midpoint"):
            self.register_to_config(solver_type="midpoint", was_replaced=True)

    def set_timesteps(self, count):
        step = self.config.num_train_timesteps // count
        return step, self.config.beta_start, self.config.solver_type, self.config.was_replaced


class Pipeline(ConfigMixin):
    def __init__(self, unet, width=3):
        self.register_to_config(width=width)

    def run(self):
        return self.config.sample_size
