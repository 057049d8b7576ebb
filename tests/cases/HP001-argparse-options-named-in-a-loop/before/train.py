from options import create_parser

args = create_parser().parse_args()
print(args.learning_rate, args.batch_size, args.num_layers)
print(args.seed, args.device, args.encoder_dropout, args.decoder_dropout)
print(args.hiden_size)
