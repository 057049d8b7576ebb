from pydantic import BaseModel, ConfigDict, Field


class StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True)


class OptimizerConfig(StrictModel):
    learning_rate: float = Field(1e-3, gt=0, le=1)
    weight_decay: float = Field(default=0.01)


class Config(BaseModel):
    batch_size: int
    warmup_steps: int = Field(100, alias="warmupSteps")
    optimizer: OptimizerConfig = Field(default_factory=OptimizerConfig)
