from options import parser

args = parser.parse_args()
print(args.share_embeddings)
