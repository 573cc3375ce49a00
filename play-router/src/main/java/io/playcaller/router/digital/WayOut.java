package io.playcaller.router.digital;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and reads the way out of a message: a token that names its receiver, which only who has the message can have. It does not
 * expire, as a message does not. Never shows its keys.
 */
public final class WayOut {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;

    /** Sets what is signed here apart from all else that the same key may sign. */
    private static final String PURPOSE = "unsubscribe.";

    private final List<SecretKeySpec> keys;
    private final Optional<String> root;

    private WayOut(List<SecretKeySpec> keys, Optional<String> root) {
        this.keys = List.copyOf(keys);
        this.root = root;
    }

    /**
     * By keys of which the first signs and all are believed.
     *
     * @param publicUrl where people of customers reach the service
     * @throws IllegalArgumentException when one is not at least 24 bytes in Base64
     */
    public static WayOut by(List<String> keys, Optional<URI> publicUrl) {
        return new WayOut(
                keys.stream().map(WayOut::key).toList(),
                publicUrl.map(url -> url.toString().replaceAll("/+$", "")));
    }

    private static SecretKeySpec key(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length >= SHORTEST) {
                return new SecretKeySpec(bytes, ALGORITHM);
            }
            throw new IllegalArgumentException("it has " + bytes.length);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a key of playcaller.router.digital.unsubscribe-keys is not at least " + SHORTEST
                            + " bytes in Base64; make another, as by openssl rand -base64 32: " + e.getMessage(),
                    e);
        }
    }

    /** Whether nobody who is written to from now on could refuse. */
    public boolean isClosed() {
        return keys.isEmpty() || root.isEmpty();
    }

    /** Where a person refuses; of one that is not closed. */
    public String address(String personId) {
        return root.orElseThrow() + "/v1/unsubscribe/" + token(personId);
    }

    /** The token of a person. */
    public String token(String personId) {
        return encoded(personId.getBytes(StandardCharsets.UTF_8)) + "." + encoded(mac(keys.get(0), personId));
    }

    /** The person of a token; empty when none of the keys signed it. */
    public Optional<String> person(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String personId =
                    new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            byte[] signed = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return keys.stream().anyMatch(key -> MessageDigest.isEqual(mac(key, personId), signed))
                    ? Optional.of(personId)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] mac(SecretKeySpec key, String personId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((PURPOSE + personId).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "WayOut[…]";
    }
}
