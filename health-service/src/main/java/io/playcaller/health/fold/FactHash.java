package io.playcaller.health.fold;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 128 bits of a fact's identity (source, id). Two different facts share them once in some 10^19 facts of a window; MD5
 * serves as a hash table's hash here, not as a protection.
 */
record FactHash(long high, long low) {

    /** @param digest of {@link #md5()}, of one thread at a time: to look one up takes as long as to use it */
    static FactHash of(MessageDigest digest, String source, String id) {
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
        return new FactHash(bytes.getLong(), bytes.getLong());
    }

    @Override
    public int hashCode() {
        return (int) low;
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
