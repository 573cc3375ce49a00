package io.playcaller.chassis.access;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/** Who issues tokens. {@code META-INF/microprofile-config.properties} holds the defaults and hands both to the verifier. */
@ConfigMapping(prefix = "playcaller.auth")
public interface AuthConfig {

    /** Where the issuer publishes its keys. */
    URI jwks();

    /** What a token's {@code iss} must be. */
    @NotBlank
    String issuer();
}
