package io.playcaller.bench;

import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The token of somebody who may read, signed (RS256) with a key that only the service of this measurement trusts. */
public final class ReaderToken {

    private static final String ISSUER = "https://bench.playcaller.invalid";
    private static final String READER = "bench@playcaller.invalid";
    private static final long DAY_SECONDS = 86_400;
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final byte[] publicKey;
    private final String token;

    private ReaderToken(byte[] publicKey, String token) {
        this.publicKey = publicKey;
        this.token = token;
    }

    public static ReaderToken signed() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            String content = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            String token = content + "." + BASE64_URL.encodeToString(signature.sign());
            return new ReaderToken(pair.getPublic().getEncoded(), token);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java signs no token", e);
        }
    }

    private static Map<String, Object> claims() {
        long now = System.currentTimeMillis() / 1_000;
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", READER);
        claims.put("upn", READER);
        claims.put("groups", List.of("viewer"));
        claims.put("iat", now);
        claims.put("exp", now + DAY_SECONDS);
        return claims;
    }

    private static String part(Map<String, ?> content) {
        return BASE64_URL.encodeToString(WireJson.write(content));
    }

    public String bearer() {
        return "Bearer " + token;
    }

    /** Writes the key into {@code directory}; with these settings a service trusts it. */
    public Map<String, String> trustedBy(Path directory) throws IOException {
        Path file = directory.resolve("config/reader.pem");
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                        .formatted(Base64.getEncoder().encodeToString(publicKey)));
        return Map.of("mp.jwt.verify.publickey.location", file.toUri().toString(), "mp.jwt.verify.issuer", ISSUER);
    }
}
