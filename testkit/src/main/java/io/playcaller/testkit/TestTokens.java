package io.playcaller.testkit;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signed tokens of people and services for tests. The key is made once per test JVM; {@link #config()} tells a service to
 * trust it, and {@link PlaycallerStack} contributes that.
 */
public final class TestTokens {

    /** The issuer that tokens name and services expect. */
    public static final String ISSUER = "https://playcaller.test";

    private static final Duration LIFETIME = Duration.ofMinutes(15);

    /** Signing takes longer than most requests that carry the token. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private static final Map<Bearer, Signed> KEPT = new ConcurrentHashMap<>();
    private static final String KEY = "playcaller.test.token-key";
    private static final String KEY_FILE = "playcaller.test.token-key-file";

    private record Bearer(String subject, Set<String> roles) {}

    private record Signed(String token, long sinceNanos) {

        boolean isFresh() {
            return System.nanoTime() - sinceNanos < KEPT_FOR.toNanos();
        }
    }

    private TestTokens() {}

    /**
     * A token of somebody with the given roles; for some minutes the same one.
     *
     * @param subject staff id or e-mail address
     * @param roles of viewer, csm, lead, ops, admin, service; none gives a token that is valid and may do nothing
     */
    public static String token(String subject, String... roles) {
        return KEPT.compute(
                        new Bearer(subject, Set.of(roles)),
                        (bearer, kept) -> kept != null && kept.isFresh() ? kept : signed(bearer))
                .token();
    }

    private static Signed signed(Bearer bearer) {
        return new Signed(sign(bearer.subject(), bearer.roles(), ISSUER, LIFETIME), System.nanoTime());
    }

    /** The value of the header {@code Authorization} for such a token. */
    public static String bearer(String subject, String... roles) {
        return "Bearer " + token(subject, roles);
    }

    /** A token whose time ran out an hour ago; services must refuse it. */
    public static String expired(String subject, String... roles) {
        return sign(subject, Set.of(roles), ISSUER, Duration.ofHours(-1));
    }

    /** A token of another issuer, signed with the known key; services must refuse it. */
    public static String foreign(String subject, String... roles) {
        return sign(subject, Set.of(roles), "https://elsewhere.test", LIFETIME);
    }

    /**
     * What a service needs to trust these tokens: the place of the public key, which takes that of a service's own
     * configuration, and the issuer.
     */
    public static Map<String, String> config() {
        return Map.of("mp.jwt.verify.publickey.location", keyFile(), "mp.jwt.verify.issuer", ISSUER);
    }

    private static String sign(String subject, Set<String> roles, String issuer, Duration lifetime) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(issuer)
                .subject(subject)
                .upn(subject)
                .groups(roles)
                .issuedAt(Math.min(now, now + lifetime.toSeconds() - 1))
                .expiresAt(now + lifetime.toSeconds())
                .sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(half(0));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key stands in a system property, because tests and services see this class through several class loaders. */
    private static String half(int index) {
        Object pair = System.getProperties().computeIfAbsent(KEY, key -> newPair());
        return ((String) pair).split(":", -1)[index];
    }

    private static String keyFile() {
        return (String) System.getProperties().computeIfAbsent(KEY_FILE, key -> writeKeyFile(half(1)));
    }

    private static String writeKeyFile(String publicKey) {
        try {
            Path file = Files.createTempFile("playcaller-test-key", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n".formatted(publicKey));
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + ":"
                    + base64.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
