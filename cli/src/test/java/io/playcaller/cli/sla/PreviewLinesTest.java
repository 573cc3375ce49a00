package io.playcaller.cli.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewLinesTest {

    @Test
    void daysThatAreAlikeStandOnOneLine() throws IOException {
        JsonNode answer = WireJson.mapper().readTree("""
                {"at": "2026-12-24T16:30:00Z", "zone": "Europe/London", "policy": "Strategic accounts", "clocks": [
                  {"clock": "accept", "target": "PT2H", "dueAt": "2026-12-29T10:30:00Z", "calendar": "uk",
                   "alarms": [{"kind": "warn", "at": "2026-12-29T09:30:00Z"},
                              {"kind": "escalate", "at": "2026-12-29T10:30:00Z", "tell": "lead"}],
                   "path": [
                     {"date": "2026-12-24", "consumed": "PT30M", "total": "PT30M"},
                     {"date": "2026-12-25", "consumed": "PT0S", "total": "PT30M", "why": "Christmas Day"},
                     {"date": "2026-12-26", "consumed": "PT0S", "total": "PT30M", "why": "no hours"},
                     {"date": "2026-12-27", "consumed": "PT0S", "total": "PT30M", "why": "no hours"},
                     {"date": "2026-12-29", "consumed": "PT1H30M", "total": "PT2H"}]}]}""");

        assertThat(new PreviewLines(answer).lines())
                .containsExactly(
                        "Made Thu 2026-12-24 16:30 (Europe/London), by the policy Strategic accounts",
                        "",
                        "accept: 2h of uk, until Tue 2026-12-29 10:30",
                        "   warn      Tue 2026-12-29 09:30",
                        "   escalate  Tue 2026-12-29 10:30  lead",
                        "   2026-12-24                0h 30min  0h 30min",
                        "   2026-12-25                0h        0h 30min  Christmas Day",
                        "   2026-12-26 to 2026-12-27  0h        0h 30min  no hours",
                        "   2026-12-29                1h 30min  2h");
    }

    @Test
    void aPauseIsReadWithOrWithoutItsEnd() {
        assertThat(SlaCommand.pause("2026-12-29T09:15:00Z=waiting-for-customer"))
                .isEqualTo(Map.of("from", "2026-12-29T09:15:00Z", "because", "waiting-for-customer"));
        assertThat(SlaCommand.pause("2026-12-29T09:15:00Z..2026-12-30T12:00:00Z=legal"))
                .isEqualTo(Map.of("from", "2026-12-29T09:15:00Z", "until", "2026-12-30T12:00:00Z", "because", "legal"));
        assertThatThrownBy(() -> SlaCommand.pause("tomorrow")).isInstanceOf(Refused.class);
    }
}
