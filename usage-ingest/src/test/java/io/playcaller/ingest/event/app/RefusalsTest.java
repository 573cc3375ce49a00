package io.playcaller.ingest.event.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.catalogue.UseRules;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.config.IngestConfig.WhenUnavailable;
import io.playcaller.ingest.door.JsonItems;
import io.playcaller.ingest.door.cloudevents.CloudEventReader;
import io.playcaller.ingest.door.privacy.PropertyFilter;
import io.playcaller.ingest.door.segment.SegmentCall;
import io.playcaller.ingest.door.segment.SegmentReader;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Identities;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.identity.MergedAccounts;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Merge;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code of {@link Refusal} names the field at fault, what was expected and what came. */
class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Map<ExternalId, PersonRef> PEOPLE = Map.of(ExternalId.user("u"), new PersonRef("p-1", null));
    private static final DomainRecord CLAIM =
            new DomainRecord("acme.example", "acme", 1, LocalDate.parse("2026-01-01"), null);

    private final SegmentReader segment = new SegmentReader(1_000, 2);
    private final CloudEventReader cloudEvents = new CloudEventReader(1_000, "web");
    private final Set<String> refused = new HashSet<>();

    @Test
    void everyRefusalNamesItsFieldAsTheSenderCallsIt() {
        assertRefused(track("{"), "json.unreadable", "");
        assertRefused(track("[]"), "json.unreadable", "");
        assertRefused(track("{\"a\":".repeat(201) + "1" + "}".repeat(201)), "json.too-deep", "");
        assertRefused(batch("{\"batch\":{}}"), "json.unreadable", "/batch");
        assertRefused(batch("{}"), "json.unreadable", "/batch");
        assertRefused(events("{}"), "json.unreadable", "");
        assertRefused(track("{\"userId\":\"u\"}"), "field.missing", "/event");
        assertRefused(track("{\"userId\":{},\"event\":\"e\"}"), "field.invalid", "/userId");
        assertRefused(unknownField(), "field.unknown", "/nmae");
        assertRefused(batch("{\"batch\":[{\"type\":\"shout\"}]}"), "type.unknown", "/type");
        assertRefused(event(",\"type\":\"com.example\""), "type.unknown", "/type");
        assertRefused(event(""), "subject.missing", "/data/accountId");
        assertRefused(contact(), "account.unknown", "/data/accountId");
        assertRefused(new Change.OfAnotherAccount("acme").refusal("invoice i-1"), "account.fixed", "/accountId");
        assertRefused(new Change.Claimed(CLAIM).refusal("domain acme.example"), "domain.claimed", "/accountId");
        assertRefused(
                Merge.refusal("acme", "globex", Map.of("acme", "initech")).orElseThrow(), "account.merged", "/into");
        assertRefused(
                track("{\"userId\":\"u\",\"event\":\"e\",\"integrations\":{\"Playcaller\":false}}"),
                "destination.off",
                "/integrations/Playcaller");
        assertRefused(track("{\"event\":\"" + "e".repeat(1_000) + "\"}"), "event.too-large", "");
        assertRefused(batch("{\"batch\":[1,2,3]}"), "batch.too-many", "/batch");
        assertRefused(login("\"timestamp\":\"2026-04-01T00:00:00Z\""), "time.in-future", "/timestamp");
        assertRefused(
                login("\"originalTimestamp\":\"1970-01-01T00:00:00Z\""), "time.implausible", "/originalTimestamp");
        assertRefused(event(",\"time\":\"2026-04-01T00:00:00Z\""), "time.in-future", "/time");
        assertRefused(login("\"messageId\":\"m-1\""), "delivery.outcome-unknown", "/messageId");
        assertThat(refused).isEqualTo(codes());
    }

    /** What is not at fault has no field; what only webhooks, rows of an upload, keys or files meet is tested with them. */
    private static Set<String> codes() {
        Set<String> codes = Arrays.stream(Refusal.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class && Modifier.isPublic(field.getModifiers()))
                .map(RefusalsTest::value)
                .collect(Collectors.toSet());
        codes.removeAll(Set.of(
                Refusal.INCIDENT,
                Refusal.LEFT_OUT,
                Refusal.WEBHOOK_UNKNOWN,
                Refusal.SENT_TOO_LONG_AGO,
                Refusal.CSV_UNREADABLE,
                Refusal.DOMAIN_SHARED,
                Refusal.VALUE_UNMAPPED,
                Refusal.CORRECTION_SCOPE));
        return codes;
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRefused(Refusal refusal, String code, String field) {
        assertThat(refusal.code()).isEqualTo(code);
        Fault fault = refusal.first().orElseThrow();
        assertThat(fault.field()).as(code).isEqualTo(field);
        assertThat(fault.expected()).as(code).isNotBlank();
        assertThat(fault.actual()).as(code).isNotBlank();
        refused.add(code);
    }

    private Refusal track(String body) {
        return refusal(segment.single(SegmentCall.TRACK, bytes(body)).items(PropertyFilter.NONE));
    }

    private Refusal login(String field) {
        return track("{\"userId\":\"u\",\"event\":\"e\",\"context\":{\"groupId\":\"acme\"}," + field + "}");
    }

    private Refusal batch(String body) {
        return refusal(segment.batch(bytes(body)).items(PropertyFilter.NONE));
    }

    private Refusal event(String field) {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"web\","
                + "\"type\":\"io.playcaller.usage.recorded.v1\",\"data\":{\"event\":\"e\"}" + field + "}";
        return refusal(List.of(cloudEvents.structured(0, RawItem.whole("", bytes(event), Map.of()), json(event))));
    }

    /** What is said of a person for their account waits for nothing. */
    private Refusal contact() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"web\","
                + "\"type\":\"io.playcaller.register.contact-changed.v1\",\"data\":{\"userId\":\"u\"}}";
        return refusal(List.of(cloudEvents.structured(0, RawItem.whole("", bytes(event), Map.of()), json(event))));
    }

    private Refusal events(String body) {
        return ((Step.Refused<JsonItems>) JsonItems.ofArray(bytes(body))).refusal();
    }

    private static Refusal unknownField() {
        Step<JsonFields> read = JsonFields.reading(json("{\"nmae\":1}"), fields -> {
            fields.rejectUnknown(Set.of("name"));
            return fields;
        });
        return ((Step.Refused<JsonFields>) read).refusal();
    }

    /** What the first item meets on its way through a delivery whose claims are undecided. */
    private static Refusal refusal(List<Item> items) {
        if (items.get(0).draft() instanceof Step.Refused<Draft> no) {
            return no.refusal();
        }
        Delivery delivery = new Delivery("web", Place.HTTP, "segment", NOW, Duration.ZERO, false, items);
        DeliveryWork work = new DeliveryWork(delivery);
        work.resolve(new Resolution(
                new ClockSkew(Duration.ofHours(24)),
                new LiveWindow(Duration.ofHours(24)),
                delivery,
                new Identities(PEOPLE, MergedAccounts.NONE),
                UseRules.NONE));
        List<ClaimKey> keys = work.unclaimed();
        work.claimed(keys, Collections.nCopies(keys.size(), ClaimState.UNDECIDED), WhenUnavailable.ACCEPT);
        return work.receipt().refused().get(0).refusal();
    }

    private static JsonNode json(String text) {
        return ((Step.Kept<JsonNode>) DoorJson.parse(bytes(text))).value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
