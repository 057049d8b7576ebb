#!/bin/bash
# what is shown or written is no command of this script
cat <<EOF
Before version 2 this was
  python train.py --learning_rate 0.1 --epoch 3
EOF
cat > notes.txt <<'EOF'
python train.py --old_note x
EOF
cat <<EOF > other.py
python train.py --epochs_of_another 3
EOF

# what a shell is fed is run, and so is the script that is written
ssh host <<EOF
python train.py --lrr 0.1
EOF
cat <<-EOF | bash
	python train.py --epochz 3
	EOF
cat > job.sh <<EOF
python train.py --notes tried
EOF

# one word, whatever it holds: the value of the option before it
note="mean --scp tried --epochss 4"
python train.py --note "$note" --lr 0.1

ARGS=(--lr 0.1 --epochs_ 3)
python train.py --note "${ARGS[@]}"

# a script says itself that it is one
cat > $JOB <<EOF
#!/bin/bash -l
python train.py --lr_ 0.1
EOF
cat > $TOOL <<EOF
#!/usr/bin/env python
python train.py --lr_of_another 0.1
EOF

# what comes after the command is not given the text
cat > usage.txt <<EOF; echo at 3
python train.py --lr_shown 0.1
EOF
