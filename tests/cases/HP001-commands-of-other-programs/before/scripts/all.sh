#!/bin/sh
pip install --upgrade pip && git commit --amend
docker run --gpus all image --depth 3
torchrun --standalone --nproc_per_node=2 train.py --steps 3
python -m torch.distributed.launch --master_port 9 train.py --steps 3
python -m http.server --bind 0.0.0.0
python -c "import train" --depth 3
python $PROGRAM --depth 3
python serve.py --depth 3
python ../elsewhere/train.py --depth 3
python /opt/train.py --depth 3
python vendored/evaluate.py --split test --depth 3
black train.py --line-length 100
pytest train.py --depth 3
echo "python train.py" --depth 3
git clone https://example.org/other && cd other && python train.py --depth 3 --width 2
cd -
python train.py --steps 3 > log.txt; sort --depth 3
cat > other.py <<EOF
python train.py --depth 3
EOF
