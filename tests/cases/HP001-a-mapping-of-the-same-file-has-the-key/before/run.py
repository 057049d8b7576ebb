import yaml

with open("conf/runner.yaml") as file:
    runner = yaml.safe_load(file)
print(runner["total_steps"], runner["log_step"], runner["save_step"], runner["eval_step"])
