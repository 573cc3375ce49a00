package io.playcaller.ingest.door.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.CorrectionReason;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source may say of facts that it told before. */
class CorrectionReaderTest {

    private static final String SURVEY = EventType.SURVEY_ANSWERED.wire();

    private final CloudEventReader reader = new CloudEventReader(32_768, "web");

    @ParameterizedTest
    @CsvSource({"web, m-1, m-1", "/forms, m-1, /forms#m-1", "web, a#b, web#a#b", "a#b, c, a%23b#c"})
    void theFactIsNamedAsItStandsInTheLog(String producer, String id, String inTheLog) {
        String named = "\"factId\":\"%s\",\"factSource\":\"%s\",\"factType\":\"%s\"".formatted(id, producer, SURVEY);

        Statement.Retraction retraction = (Statement.Retraction) statement(EventType.FACT_RETRACTED, named);

        assertThat(retraction.source()).isEqualTo("web");
        assertThat(retraction.factId()).isEqualTo(inTheLog);
    }

    @Test
    void withoutASourceItIsThatOfTheEventItself() {
        String named = "\"factId\":\"m-1\",\"factType\":\"" + SURVEY + "\",\"reason\":\"wrong-account\"";

        assertThat(statement(EventType.FACT_RETRACTED, named))
                .isEqualTo(new Statement.Retraction("web", "/shop#m-1", SURVEY, CorrectionReason.WRONG_ACCOUNT, null));
    }

    @ParameterizedTest
    @CsvSource({
        "io.playcaller.usage.recorded.v1, usage-withdrawn.v1",
        "io.playcaller.register.contract-changed.v1, newer version",
        "io.playcaller.correction.fact-retracted.v1, under a new id",
        "io.playcaller.usage.imagined.v1, one of io.playcaller.support.ticket-changed.v1"
    })
    void whatCannotBeTakenBackIsRefusedWithWhatToDoInstead(String type, String instead) {
        Fault fault = fault(EventType.FACT_RETRACTED, "\"factId\":\"m-1\",\"factType\":\"" + type + "\"");

        assertThat(fault.field()).isEqualTo("/data/factType");
        assertThat(fault.expected()).contains(instead);
    }

    @Test
    void anIdThatCannotStandInTheLogIsRefused() {
        String named = "\"factId\":\"" + "x".repeat(252) + "\",\"factType\":\"" + SURVEY + "\"";

        assertThat(fault(EventType.FACT_RETRACTED, named).field()).isEqualTo("/data/factId");
    }

    @Test
    void daysAreThoseOfTheInstallationsClock() {
        Statement.Withdrawal days = (Statement.Withdrawal)
                statement(EventType.USAGE_WITHDRAWN, "\"from\":\"2026-03-01\",\"until\":\"2026-03-02\"");

        assertThat(days.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(days.shiftedBy(Duration.ofDays(3)).until()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void daysThatEndBeforeTheyBeginAreRefused() {
        Fault fault = fault(EventType.USAGE_WITHDRAWN, "\"from\":\"2026-03-02\",\"until\":\"2026-03-01\"");

        assertThat(fault.field()).isEqualTo("/data/until");
    }

    private Statement statement(EventType type, String data) {
        return ((Step.Kept<Draft>) draft(type, data)).value().statement();
    }

    private Fault fault(EventType type, String data) {
        return ((Step.Refused<Draft>) draft(type, data)).refusal().first().orElseThrow();
    }

    private Step<Draft> draft(EventType type, String data) {
        String event = """
                {"specversion":"1.0","id":"fix-1","source":"/shop","type":"%s","data":{"accountId":"acme",%s}}""".formatted(type.wire(), data);
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        RawItem raw = RawItem.whole("application/cloudevents+json", bytes, Map.of());
        JsonNode json = ((Step.Kept<JsonNode>) DoorJson.parse(bytes)).value();
        return reader.structured(0, raw, json).draft();
    }
}
