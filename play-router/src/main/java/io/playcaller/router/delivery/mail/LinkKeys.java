package io.playcaller.router.delivery.mail;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs links: HMAC-SHA256 over version, task, act, expiry and person. The first key signs, each is believed, so that a key
 * is replaced while the links of the one before still work. Never shows its keys.
 */
public final class LinkKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final String VERSION = "1";

    /** Nothing of ours is longer: a staff id has a bound, all else is fixed. */
    private static final int LONGEST_TOKEN = 1_000;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final List<SecretKeySpec> keys;

    private LinkKeys(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * @param current signs
     * @param previous signed until it was replaced
     * @throws IllegalArgumentException when one of them is not at least 32 bytes in Base64
     */
    public static LinkKeys parse(String current, Optional<String> previous) {
        return new LinkKeys(Stream.concat(Stream.of(current), previous.stream())
                .map(LinkKeys::key)
                .toList());
    }

    private static SecretKeySpec key(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a key of links has at least " + SHORTEST + " bytes, this has " + bytes.length);
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** What stands in the address. */
    public String token(ActionLink link) {
        byte[] said = String.join(
                        "|",
                        VERSION,
                        link.taskId().toString(),
                        link.act().wire(),
                        Long.toString(link.expires().getEpochSecond()),
                        link.staffId())
                .getBytes(StandardCharsets.UTF_8);
        return ENCODER.encodeToString(said) + "." + ENCODER.encodeToString(sign(keys.get(0), said));
    }

    /** Empty when none of the keys signed it; the expiry is for the caller to look at. */
    public Optional<ActionLink> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            byte[] said = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            boolean ours = keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, said), signature));
            return ours ? link(new String(said, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ActionLink> link(String said) {
        String[] parts = said.split("\\|", 5);
        return Act.ofWire(parts[2])
                .map(act -> new ActionLink(
                        UUID.fromString(parts[1]), act, parts[4], Instant.ofEpochSecond(Long.parseLong(parts[3]))));
    }

    private static byte[] sign(SecretKeySpec key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "LinkKeys[…]";
    }
}
