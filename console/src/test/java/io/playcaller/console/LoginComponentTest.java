package io.playcaller.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "console"))
@WithTestResource(TrialServices.class)
class LoginComponentTest {

    private static final String EMAIL = "first@playcaller.test";
    private static final String PASSWORD = "correct horse battery";

    /** Nor does who logs in next, in whatever test, wait for what was tried here. */
    @BeforeEach
    @AfterEach
    void forgetAttempts() throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("console").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from login_attempt");
        }
    }

    @Test
    void withoutASessionThePageLeadsToTheForm() {
        Response page = given().redirects().follow(false).get("/");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/login");
        Response form = given().get("/login");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.asString())
                .contains("<form method=\"post\" action=\"/login\">")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void theFirstAdminLogsInSeesThePageAndLogsOut() {
        Response in = logIn(EMAIL, PASSWORD);

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.getDetailedCookie("playcaller_session").isHttpOnly()).isTrue();
        assertThat(in.getDetailedCookie("playcaller_session").getSameSite()).isEqualTo("Lax");
        String session = in.cookie("playcaller_session");
        String page = given().cookie("playcaller_session", session).get("/").asString();
        assertThat(page).contains("First admin").contains("<pc-views").contains("type=\"module\"");
        assertThat(given().cookie("playcaller_session", session)
                        .get("/api/me")
                        .jsonPath()
                        .getList("roles"))
                .contains("admin", "csm", "lead");

        Response out = given().cookie("playcaller_session", session)
                .header("Origin", origin())
                .redirects()
                .follow(false)
                .post("/logout");

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(given().cookie("playcaller_session", session).get("/api/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyPageCarriesTheHeadersAndItsScriptsAreItsOwn() {
        Response form = given().get("/login");

        assertThat(form.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(form.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(form.header("Cache-Control")).isEqualTo("no-store");
        String style = form.asString().replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        assertThat(given().get(style).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        Response wrong = logIn(EMAIL, "wrong horse battery");
        Response unknown = logIn("nobody@playcaller.test", "wrong horse battery");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.asString().replace(EMAIL, ""))
                .isEqualTo(unknown.asString().replace("nobody@playcaller.test", ""));
        assertThat(token("<script>@x.y", "wrong").statusCode()).isEqualTo(401);
        assertThat(logIn("<script>@x.y", "wrong").asString()).doesNotContain("<script>@");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneWaits() {
        for (int i = 0; i < 5; i++) {
            assertThat(token(EMAIL, "wrong horse battery").statusCode()).isEqualTo(401);
        }

        Response locked = token(EMAIL, PASSWORD);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 900);
        assertThat(logIn(EMAIL, PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void rightPasswordsAreNeverCounted() {
        for (int i = 0; i < 8; i++) {
            assertThat(token(EMAIL, PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenIsVerifiedByThePublishedKeys() throws Exception {
        Response answer = token("FIRST@playcaller.test ", PASSWORD);
        JsonWebKeySet keys =
                new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer("http://localhost:8080")
                .setRequireExpirationTime()
                .build()
                .processToClaims(answer.jsonPath().getString("token"));

        assertThat(claims.getSubject()).isEqualTo(EMAIL);
        assertThat(claims.getStringListClaimValue("groups")).contains("admin");
        long lifetime =
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        assertThat(lifetime).isEqualTo(900);
        assertThat(keys.getJsonWebKeys())
                .allSatisfy(key -> assertThat(key.toJson()).doesNotContain("\"d\""));
    }

    @Test
    void missingCredentialsAreNamedTogether() {
        Response answer = given().contentType(ContentType.JSON).body("{}").post("/v1/tokens");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly("email", "password");
    }

    @Test
    void anAdminMakesUsersWhoseStaffIdBecomesTheSubject() throws Exception {
        String email = "csm-" + UUID.randomUUID() + "@playcaller.test";
        Response made = put(
                email,
                Map.of("name", "Ada", "staffId", "s-7", "roles", Set.of("csm"), "password", "a password of hers"));
        assertThat(made.statusCode()).isEqualTo(200);
        String token = token(email, "a password of hers").jsonPath().getString("token");
        JwtClaims claims = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipAllValidators()
                .build()
                .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("s-7");

        put(email, Map.of("name", "Ada", "roles", Set.of("csm"), "active", false));

        assertThat(token(email, "a password of hers").statusCode()).isEqualTo(401);
        assertThat(put("x@y", Map.of("name", "X", "roles", Set.of("king"), "password", "short"))
                        .jsonPath()
                        .getList("errors.field"))
                .containsExactly("roles", "password");
        assertThat(put("new@playcaller.test", Map.of("name", "X", "roles", Set.of()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNewPasswordAndBeingSwitchedOffEndEverySession() {
        // Given
        String email = "csm-" + UUID.randomUUID() + "@playcaller.test";
        put(email, Map.of("name", "Ada", "roles", Set.of("csm"), "password", "a password of hers"));
        String session = logIn(email, "a password of hers").cookie("playcaller_session");
        put(email, Map.of("name", "Ada Lovelace", "roles", Set.of("csm", "lead")));
        assertThat(me(session).statusCode()).as("another name ends nothing").isEqualTo(200);

        // When
        put(email, Map.of("name", "Ada", "roles", Set.of("csm"), "password", "another one of hers"));

        // Then
        assertThat(me(session).statusCode()).isEqualTo(401);
        String next = logIn(email, "another one of hers").cookie("playcaller_session");
        assertThat(me(next).statusCode()).isEqualTo(200);
        put(email, Map.of("name", "Ada", "roles", Set.of("csm"), "active", false));
        put(email, Map.of("name", "Ada", "roles", Set.of("csm"), "active", true));
        assertThat(me(next).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSiteCannotLogAnybodyInOrOut() {
        assertThat(given().formParam("email", EMAIL)
                        .formParam("password", PASSWORD)
                        .header("Origin", "https://evil.test")
                        .post("/login")
                        .statusCode())
                .isEqualTo(403);
        String session = logIn(EMAIL, PASSWORD).cookie("playcaller_session");
        assertThat(given().cookie("playcaller_session", session)
                        .header("Sec-Fetch-Site", "cross-site")
                        .post("/logout")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().cookie("playcaller_session", session).post("/logout").statusCode())
                .isEqualTo(403);
    }

    private static Response logIn(String email, String password) {
        return given().redirects()
                .follow(false)
                .formParam("email", email)
                .formParam("password", password)
                .header("Origin", origin())
                .post("/login");
    }

    private static Response me(String session) {
        return given().cookie("playcaller_session", session).get("/api/me");
    }

    private static Response token(String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/v1/tokens");
    }

    private static Response put(String email, Map<String, ?> user) {
        return given().header("Authorization", TestTokens.bearer("ops@playcaller.test", "admin"))
                .contentType(ContentType.JSON)
                .body(user)
                .put("/v1/users/{email}", email);
    }

    private static String origin() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }
}
