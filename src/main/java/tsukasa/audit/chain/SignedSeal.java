package tsukasa.audit.chain;

/// @param publicKey in X.509 form, so that the signature can be checked anywhere
record SignedSeal(Seal seal, byte[] root, String keyId, byte[] publicKey, byte[] signature) {}
