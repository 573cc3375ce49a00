package io.playcaller.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS: the tests speak from 127.0.0.1, which is trusted. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "console"))
@WithTestResource(TrialServices.class)
class ProxyComponentTest {

    private static final String EMAIL = "first@playcaller.test";
    private static final String PASSWORD = "correct horse battery";
    private static final String WRONG = "wrong horse battery";
    private static final String URL = ConfigProvider.getConfig().getValue("test.url", String.class);

    @Test
    void theCookieIsSecureAndThePageStaysUnderHttps() {
        Response in = logIn(given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Port", URI.create(URL).getPort()));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.getDetailedCookie("playcaller_session").isSecured()).isTrue();
        assertThat(in.header("Location")).startsWith("https://");
    }

    @Test
    void withoutTlsTheCookieIsNotSecure() {
        assertThat(logIn(given()).getDetailedCookie("playcaller_session").isSecured())
                .isFalse();
    }

    @Test
    void whoGuessesLocksOutNobodyElseBehindTheSameProxy() {
        String email = UUID.randomUUID() + "@playcaller.test";
        for (int i = 0; i < 5; i++) {
            assertThat(token(email, WRONG, "203.0.113.7").statusCode()).isEqualTo(401);
        }

        assertThat(token(email, WRONG, "203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(token(email, WRONG, "203.0.113.8").statusCode()).isEqualTo(401);
        assertThat(token(EMAIL, PASSWORD, "203.0.113.8").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyGetsMoreAttemptsBySayingTheyWereSomebodyElse() {
        String email = UUID.randomUUID() + "@playcaller.test";
        for (int i = 0; i < 5; i++) {
            assertThat(token(email, WRONG, "198.51.100." + i + ", 203.0.113.9").statusCode())
                    .isEqualTo(401);
        }

        assertThat(token(email, WRONG, "198.51.100.99, 203.0.113.9").statusCode())
                .isEqualTo(429);
    }

    private static Response logIn(RequestSpecification request) {
        return request.redirects()
                .follow(false)
                .formParam("email", EMAIL)
                .formParam("password", PASSWORD)
                .header("Origin", URL)
                .post("/login");
    }

    private static Response token(String email, String password, String forwardedFor) {
        return given().header("X-Forwarded-For", forwardedFor)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/v1/tokens");
    }
}
