import decoder
import encoder

print(encoder.config.drop_rate, encoder.config.width, encoder.config.heads)
print(decoder.config.dropout, decoder.config.width, decoder.config.heads)
