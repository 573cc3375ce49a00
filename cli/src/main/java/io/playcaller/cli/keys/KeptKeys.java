package io.playcaller.cli.keys;

import io.playcaller.quickstart.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The keys that the installation keeps for its own import and demo, told by their fingerprints. */
record KeptKeys(Secrets secrets) {

    private static final int FINGERPRINT_BYTES = 6;

    /** The source for which the key with that fingerprint is kept. */
    Optional<String> sourceOf(String fingerprint) {
        return secrets.writeKeys().entrySet().stream()
                .filter(kept -> fingerprint(kept.getValue()).equals(fingerprint))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** As usage-ingest shows it: the first 12 hex digits of the SHA-256. */
    static String fingerprint(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
