package io.playcaller.ingest.letter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.webhook.Memory;
import io.playcaller.ingest.door.webhook.WebhookReader;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.letter.PersonHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedTest {

    @Test
    void peopleAreFoundAtAnyDepth() {
        Named named = named("""
                {"userId":"u1","anonymousId":"b1","previousId":"b0","properties":{"quantity":7},
                 "context":{"traits":{"email":"Ann@Acme.example"},"groupId":"acme"},"userIds":["u2","u3"],"personId":5}""", Map.of());

        assertThat(named.persons())
                .containsExactlyInAnyOrder(hashes("u1", "b1", "b0", "ann@acme.example", "u2", "u3", "5"));
        assertThat(named.accountId()).isEqualTo("acme");
    }

    @Test
    void whatStandsBesideItCountsToo() {
        Named named = named(
                "{\"messageId\":\"m\"}",
                Map.of("context", "{\"traits\":{\"user_id\":\"u9\"}}", "ce_accountid", "globex", "userid", "u8"));

        assertThat(named.persons()).containsExactlyInAnyOrder(hashes("u9", "u8"));
        assertThat(named.accountId()).isEqualTo("globex");
    }

    @Test
    void whatIsBrokenIsReadToTheFault() {
        assertThat(named("{\"batch\":[{\"userId\":\"u1\",\"event\":", Map.of()).persons())
                .containsExactly(hashes("u1"));
        assertThat(named("no JSON, but userId", Map.of()).persons()).isEmpty();
    }

    /** A tool calls itself, or a user of it, an account; whose event it is stands beside it. */
    @Test
    void ofAToolsBodyOnlyWhatStandsBesideItNamesTheAccount() {
        String body = "{\"account_id\":22129848,\"detail\":{\"requester_id\":\"844\"}}";
        Map<String, String> beside = Map.of("playcaller-webhook", "desk", "userId", "zendesk:844");

        assertThat(named(body, beside).accountId()).isNull();
        assertThat(named(body, beside).persons()).containsExactlyInAnyOrder(hashes("844", "zendesk:844"));
        assertThat(named(body, Map.of("playcaller-webhook", "desk", "ce_accountid", "acme"))
                        .accountId())
                .isEqualTo("acme");
    }

    /** A destination speaks our words; its door writes the account beside the body, and so the letter is found by it. */
    @Test
    void aLetterOfADestinationNamesItsAccount() {
        String event = "{\"type\":\"delete\",\"userId\":\"ann\",\"context\":{\"groupId\":\"acme\"}}";
        RawItem kept = WebhookReader.ofDestination(32_768)
                .items(event.getBytes(StandardCharsets.UTF_8), Map.of(), Memory.OF_EVERYTHING, PropertyFilter.NONE)
                .get(0)
                .raw();
        Map<String, String> beside = new HashMap<>(kept.attributes());
        beside.put("playcaller-webhook", "segment");

        Named named = named(kept.payload().text(), beside);

        assertThat(named.accountId()).isEqualTo("acme");
        assertThat(named.persons()).containsExactly(hashes("ann"));
    }

    private static Named named(String payload, Map<String, String> attributes) {
        return Named.in(new DeadLetter(
                "l1",
                Place.HTTP,
                "web",
                "r",
                "d",
                null,
                null,
                null,
                Instant.EPOCH,
                "application/json",
                payload,
                false,
                attributes));
    }

    private static String[] hashes(String... names) {
        return Stream.of(names).map(PersonHash::of).toArray(String[]::new);
    }
}
