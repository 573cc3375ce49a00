package io.playcaller.chassis.access;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PublishedKeys.class)
class PublishedKeysComponentTest {

    PublishedKeys keys;

    @Test
    void tokensAreVerifiedWithPublishedKeysAlsoAfterAChangeOfKeys() {
        String before = keys.token(Roles.LEAD);
        assertAnswer(before, 200);

        keys.change();

        assertAnswer(keys.token(Roles.LEAD), 200);
        assertAnswer(keys.token(Roles.VIEWER), 403);
        assertAnswer(before, 401);
    }

    private static void assertAnswer(String token, int status) {
        given().auth().oauth2(token).get("/trial/leads").then().statusCode(status);
    }
}
