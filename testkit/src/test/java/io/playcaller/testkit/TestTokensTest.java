package io.playcaller.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.util.KeyUtils;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class TestTokensTest {

    @Test
    void aTokenCarriesSubjectAndRolesAndVerifiesWithThePublishedKey() throws Exception {
        JwtClaims claims = verify(TestTokens.token("anna@playcaller.test", "csm", "lead"));

        assertThat(claims.getSubject()).isEqualTo("anna@playcaller.test");
        assertThat(claims.getStringListClaimValue("groups")).containsExactlyInAnyOrder("csm", "lead");
    }

    @Test
    void expiredAndForeignTokensDoNotVerify() {
        assertThatThrownBy(() -> verify(TestTokens.expired("anna", "csm")))
                .isInstanceOf(InvalidJwtException.class)
                .matches(refused -> ((InvalidJwtException) refused).hasExpired());
        assertThatThrownBy(() -> verify(TestTokens.foreign("anna", "csm")))
                .isInstanceOf(InvalidJwtException.class)
                .matches(refused -> ((InvalidJwtException) refused).hasErrorCode(ErrorCodes.ISSUER_INVALID));
    }

    private static JwtClaims verify(String token) throws Exception {
        URI location = URI.create(TestTokens.config().get("mp.jwt.verify.publickey.location"));
        PublicKey key = KeyUtils.decodePublicKey(Files.readString(Path.of(location)));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(TestTokens.config().get("mp.jwt.verify.issuer"))
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
