python spawn.py --num_cores 8 --port 3 finetune.py --do_train --n_val 500
python train.py --lr 0.1 --epoch_count 3
