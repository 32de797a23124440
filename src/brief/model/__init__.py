"""The nouns of the product as frozen, validated types. No I/O, and no format of output."""
