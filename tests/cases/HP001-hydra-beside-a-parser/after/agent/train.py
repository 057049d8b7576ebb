import hydra
from loops import run


@hydra.main(version_base=None, config_path="", config_name="config")
def main(cfg):
    run(cfg.total_frames, cfg.frames_per_batch, cfg.optim.actor_lr, cfg.optim.critic_lr)
    print(cfg.optim.weight_decay, cfg.seed)


if __name__ == "__main__":
    main()
