package io.playcaller.console.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An RSA key that signs tokens, and its id: the thumbprint of RFC 7638, so that the same key has the same id everywhere.
 */
public record SigningKey(String kid, RSAPrivateCrtKey privateKey) {

    private static final int BITS = 3072;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LINE = 64;

    /** A new key. */
    public static SigningKey generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return of((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when {@code pem} is no RSA key in PKCS #8 */
    public static SigningKey ofPem(String pem) {
        try {
            String body = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            byte[] encoded = Base64.getDecoder().decode(body);
            return of(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("not an RSA private key in PKCS #8 (PEM)", e);
        }
    }

    /** PKCS #8 as PEM. */
    public String pem() {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(privateKey.getEncoded());
        return BEGIN + "\n" + body + "\n" + END + "\n";
    }

    /** The modulus as JWKs write it. */
    public String modulus() {
        return base64(privateKey.getModulus());
    }

    /** The public exponent as JWKs write it. */
    public String exponent() {
        return base64(privateKey.getPublicExponent());
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        String canonical = "{\"e\":\"" + base64(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + base64(key.getModulus()) + "\"}";
        byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        return new SigningKey(Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint), key);
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, sign, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
