python train.py --width 3 --no_use_cache --output_dir out --bf16
python small.py --num-layers 3 --no-use-cache && python small.py --num_layers 3
python distill.py --temperature 2 --max_epochs 3
python command.py --depth 3 --anything 4
