package io.playcaller.ingest.door.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentReaderTest {

    private final SegmentReader reader = new SegmentReader(32_768);

    @Test
    void whatTheBatchSaysHoldsForItemsThatSayNothing() {
        ReadBody request = batch("""
                {"batch":[
                   {"type":"track","messageId":"a","userId":"u","event":"Login"},
                   {"type":"track","messageId":"b","userId":"u","event":"Login","sentAt":"2026-01-01T00:00:00Z",
                    "context":{"groupId":"own"}}],
                 "context":{"groupId":"shared","ip":"::1"},
                 "sentAt":"2026-02-02T00:00:00Z","writeKey":"k"}""");

        Draft first = draft(request.items(PropertyFilter.NONE).get(0));
        Draft second = draft(request.items(PropertyFilter.NONE).get(1));
        assertThat(first.subject().accountId()).isEqualTo("shared");
        assertThat(first.times().sentAt()).isEqualTo(Instant.parse("2026-02-02T00:00:00Z"));
        assertThat(second.subject().accountId()).isEqualTo("own");
        assertThat(second.times().sentAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(request.writeKey()).contains("k");
        assertThat(request.items(PropertyFilter.NONE).get(0).raw().attributes())
                .containsEntry("sentAt", "2026-02-02T00:00:00Z")
                .doesNotContainKey("writeKey");
    }

    /** It stands in the letter of each item: a batch of ten thousand would become gigabytes. */
    @Test
    void whatTheBatchSaysBesideIsKeptWithinBounds() {
        String much = IntStream.range(0, 100)
                .mapToObj(i -> "\"field-%d\":\"%s\"".formatted(i, "x".repeat(4_000)))
                .collect(Collectors.joining(","));
        ReadBody request =
                batch("{%s,\"batch\":[1],\"context\":{\"groupId\":\"shared\"},\"sentAt\":\"t\"}".formatted(much));

        Map<String, String> kept =
                request.items(PropertyFilter.NONE).get(0).raw().attributes();

        assertThat(kept).containsEntry("context", "{\"groupId\":\"shared\"}").containsEntry("sentAt", "t");
        assertThat(kept.entrySet().stream()
                        .mapToInt(field ->
                                field.getKey().length() + field.getValue().length())
                        .sum())
                .isLessThanOrEqualTo(16_000);
    }

    /** Cut off, a replay would not find the account, and what waited would count for own people. */
    @Test
    void ofALongContextWhatIsReadIsKeptBeside() {
        ReadBody request =
                batch("{\"context\":{\"page\":\"%s\",\"userAgent\":\"Googlebot\",\"groupId\":\"shared\"},\"batch\":[1]}"
                        .formatted("x".repeat(5_000)));

        assertThat(request.items(PropertyFilter.NONE).get(0).raw().attributes())
                .containsEntry("context", "{\"groupId\":\"shared\",\"userAgent\":\"Googlebot\"}");
    }

    /** Copied for each, twenty thousand fields would be gigabytes: whoever reads a key in a page could end the service. */
    @Test
    void whatABatchSaysIsNotCopiedForEachItem() {
        String fields = IntStream.range(0, 9_000)
                .mapToObj(i -> "\"k%d\":1".formatted(i))
                .collect(Collectors.joining(","));
        String item = "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"e\",\"context\":{}}";
        ReadBody request = batch("{\"context\":{%s,\"groupId\":\"shared\",\"traits\":{%s}},\"batch\":[%s]}"
                .formatted(fields, fields, String.join(",", Collections.nCopies(5_000, item))));

        List<Item> items = request.items(PropertyFilter.NONE);

        assertThat(items)
                .hasSize(5_000)
                .allMatch(read -> "shared".equals(draft(read).subject().accountId()));
    }

    /** A letter would be read again as something else. */
    @Test
    void whatABatchSaysCannotChangeWhatItsItemsAre() {
        ReadBody request = batch("{\"type\":\"page\",\"CE-specversion\":\"1.0\",\"ce-type\":\"x\",\"batch\":[1]}");

        assertThat(request.items(PropertyFilter.NONE).get(0).raw().attributes()).isEmpty();
    }

    @Test
    void anItemIsKeptAsItCame() {
        String item = "{ \"type\" : \"track\", \"event\":\"Größe ✓\" }";

        Item read = batch("{\"batch\":[ " + item + " , 7]}")
                .items(PropertyFilter.NONE)
                .get(0);

        assertThat(read.raw().payload().text()).isEqualTo(item);
        assertThat(read.raw().payload().base64()).isFalse();
    }

    @Test
    void aKeyInTheBodyIsNeverKept() {
        ReadBody request = single(SegmentCall.TRACK, "{\"writeKey\":\"secret\",\"event\":\"Login\"}");

        assertThat(request.writeKey()).contains("secret");
        assertThat(request.items(PropertyFilter.NONE).get(0).raw().payload().text())
                .doesNotContain("secret");
    }

    @Test
    void aSecondEventBehindTheFirstIsNotLostInSilence() {
        ReadBody body = single(SegmentCall.TRACK, """
                {"userId":"u","event":"first"}
                {"userId":"u","event":"second"}""");

        assertThat(refusal(body.items(PropertyFilter.NONE).get(0)).code()).isEqualTo("json.unreadable");
        assertThat(body.items(PropertyFilter.NONE).get(0).raw().payload().text())
                .contains("second");
    }

    @Test
    void aKeyInEveryItemOfABrowsersBatchIsNotKeptEither() {
        List<Item> items = batch("""
                {"writeKey":"secret","batch":[
                  {"type":"track","writeKey":"secret","event":"no person"},
                  {"type":"unheard","writeKey":"secret"}]}""").items(PropertyFilter.NONE);

        assertThat(items).allSatisfy(item -> {
            assertThat(item.draft()).isInstanceOf(Step.Refused.class);
            assertThat(item.raw().payload().text()).doesNotContain("secret");
        });
        assertThat(items.get(0).raw().payload().text()).isEqualTo("{\"type\":\"track\",\"event\":\"no person\"}");
    }

    @Test
    void theOriginalTimestampWinsAndAMissingIdIsMadeUp() {
        Draft draft = draft(single(SegmentCall.TRACK, """
                {"userId":7,"event":"Login","timestamp":"2026-01-01T00:00:00Z",
                 "originalTimestamp":"2026-01-01T02:00:00+01:00"}"""));

        assertThat(draft.times().happenedAt()).isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
        assertThat(draft.id()).hasSize(36);
        assertThat(draft.subject().people()).containsExactly(ExternalId.user("7"));
    }

    @Test
    void propertiesSayFeatureProductAndQuantity() {
        Draft draft = draft(single(SegmentCall.TRACK, """
                {"anonymousId":"a1","event":"Exported","accountId":"acme",
                 "properties":{"feature":"reports","productId":"core","quantity":12,"meaningful":false,"plan":"x"}}"""));

        assertThat(draft.statement()).isEqualTo(new Statement.Usage("Exported", "reports", "core", 12, false));
        assertThat(draft.subject().people()).containsExactly(ExternalId.anonymous("a1"));
    }

    @Test
    void aViewIsNoUseByItself() {
        assertThat(draft(single(SegmentCall.PAGE, "{\"userId\":\"u\",\"name\":\"Pricing\"}"))
                        .statement())
                .isEqualTo(new Statement.Usage("page", "Pricing", null, 1, false));
    }

    @Test
    void anIdentifyMayGiveTheNameInParts() {
        Draft draft = draft(
                single(
                        SegmentCall.IDENTIFY,
                        "{\"userId\":\"u\",\"traits\":{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"ada@x.example\"}}"));

        assertThat(draft.statement()).isInstanceOfSatisfying(Statement.OfAPerson.class, said -> {
            assertThat(said.patch().name()).isEqualTo("Ada Lovelace");
            assertThat(said.patch().email()).isEqualTo("ada@x.example");
            assertThat(said.accountRequired()).isFalse();
        });
    }

    /** The example of RudderStack's documentation. */
    @Test
    void anIdentifyOfRudderStackSaysInItsContextWhoItIs() {
        Draft draft = draft(
                single(
                        SegmentCall.IDENTIFY,
                        "{\"userId\":\"u\",\"context\":{\"traits\":{\"name\":\"Richard Hendricks\",\"email\":\"rhedricks@example.com\"}}}"));

        assertThat(draft.statement()).isInstanceOfSatisfying(Statement.OfAPerson.class, said -> {
            assertThat(said.patch().name()).isEqualTo("Richard Hendricks");
            assertThat(said.patch().email()).isEqualTo("rhedricks@example.com");
        });
    }

    @Test
    void anOldAliasSaysFromAndTo() {
        Draft draft = draft(single(SegmentCall.ALIAS, "{\"from\":\"browser\",\"to\":\"ann\"}"));

        assertThat(draft.subject().people()).containsExactly(ExternalId.user("ann"));
        assertThat(draft.statement())
                .isEqualTo(new Statement.Alias(List.of(ExternalId.anonymous("browser"), ExternalId.user("browser"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"Playcaller\":false}                | destination.off",
                "{\"All\":true,\"Playcaller\":false} | destination.off",
                "{\"All\":false}                       | taken",
                "{\"playcaller\":false}                | taken",
                "{\"Playcaller\":{\"a\":1}}            | taken",
                "[]                                    | taken"
            })
    void anEventThatIsSwitchedOffForUsIsNotTaken(String integrations, String outcome) {
        String event = "{\"userId\":\"u\",\"event\":\"L\",\"integrations\":" + integrations + "}";

        Step<Draft> read = single(SegmentCall.TRACK, event)
                .items(PropertyFilter.NONE)
                .get(0)
                .draft();

        assertThat(read instanceof Step.Refused<Draft> no ? no.refusal().code() : "taken")
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"track,TRACK", "t,TRACK", "i,IDENTIFY", "p,PAGE", "g,GROUP", "a,ALIAS", "s,SCREEN", "screen,SCREEN"})
    void aPathSaysTheCallByItsNameOrItsFirstLetter(String segment, SegmentCall call) {
        assertThat(SegmentCall.ofPath(segment)).contains(call);
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "track    | {\"userId\":\"u\"}                                     | field.missing | /event",
                "track    | {\"event\":\"Login\"}                                  | field.missing | /userId",
                "track    | {\"userId\":{},\"event\":\"Login\"}                     | field.invalid | /userId",
                "track    | {\"userId\":\"u\",\"event\":\"L\",\"timestamp\":\"yesterday\"} | field.invalid | /timestamp",
                "track    | {\"userId\":\"u\",\"event\":\"L\",\"properties\":[]}     | json.unreadable | /properties",
                "track    | {\"userId\":\"u\",\"event\":\"L\",\"properties\":{\"quantity\":0}} | field.invalid | /properties/quantity",
                "track    | {\"userId\":\"u\",\"event\":\"L\",\"messageId\":7}    | field.invalid | /messageId",
                "track    | {\"userId\":\"u\",\"event\":\"L\",\"messageId\":{}}   | field.invalid | /messageId",
                "group    | {\"userId\":\"u\"}                                     | field.missing | /groupId",
                "identify | {\"groupId\":\"acme\"}                                 | field.missing | /userId",
                "alias    | {\"userId\":\"u\"}                                     | field.missing | /previousId"
            })
    void aRefusalNamesItsField(String call, String body, String code, String field) {
        Refusal refusal = refusal(single(SegmentCall.of(call).orElseThrow(), body)
                .items(PropertyFilter.NONE)
                .get(0));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.first().map(Fault::field)).contains(field);
        assertThat(refusal.detail()).startsWith(field + " must be ");
    }

    @Test
    void itemsThatAreNoCallsAreRefusedOneByOne() {
        ReadBody request =
                batch("{\"batch\":[1,{\"type\":\"delete\"},{\"type\":\"track\",\"userId\":\"u\",\"event\":\"L\"}]}");

        assertThat(refusal(request.items(PropertyFilter.NONE).get(0)).code()).isEqualTo("json.unreadable");
        assertThat(refusal(request.items(PropertyFilter.NONE).get(1)).code()).isEqualTo("type.unknown");
        assertThat(request.items(PropertyFilter.NONE).get(2).draft()).isInstanceOf(Step.Kept.class);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"batch\":{}}",
                "{\"batch\":[",
                "{\"batch\":[{]}",
                "{\"batch\":[]}{\"batch\":[1]}",
                "{\"batch\":[1],\"batch\":[2]}",
                "nonsense"
            })
    void aBatchWithoutAnEnvelopeIsUnreadable(String body) {
        ReadBody read = batch(body);

        assertThat(read.batch()).isFalse();
        assertThat(refusal(read.items(PropertyFilter.NONE).get(0)).code()).isEqualTo("json.unreadable");
        assertThat(read.items(PropertyFilter.NONE).get(0).raw().payload().text())
                .isEqualTo(body);
    }

    private ReadBody batch(String body) {
        return reader.batch(body.getBytes(StandardCharsets.UTF_8));
    }

    private ReadBody single(SegmentCall call, String body) {
        return reader.single(call, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Draft draft(ReadBody request) {
        return draft(request.items(PropertyFilter.NONE).get(0));
    }

    private static Draft draft(Item item) {
        assertThat(item.draft()).isInstanceOf(Step.Kept.class);
        return ((Step.Kept<Draft>) item.draft()).value();
    }

    private static Refusal refusal(Item item) {
        return ((Step.Refused<Draft>) item.draft()).refusal();
    }
}
