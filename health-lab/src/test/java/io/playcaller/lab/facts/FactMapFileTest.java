package io.playcaller.lab.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.lab.rows.EventRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactMapFileTest {

    @TempDir
    Path folder;

    @Test
    void theShippedMappingKnowsUseDeliverablesTicketsAndContracts() {
        FactMap map = FactMapFile.shipped();

        assertThat(map.of("usage.quiz").orElseThrow().rest("usage.quiz")).isEqualTo("quiz");
        assertThat(map.of("assessment.due").orElseThrow().making()).isInstanceOf(Making.MilestoneDue.class);
        assertThat(map.of("ticket.urgent").orElseThrow().making()).isEqualTo(new Making.Ticket(TicketSeverity.SEV1));
        assertThat(map.of("contract").orElseThrow().making()).isEqualTo(new Making.Contract(12, 0));
        assertThat(map.of("usage.")).as("nothing for the *").isEmpty();
    }

    @Test
    void theFirstRuleThatMatchesApplies() {
        FactMap map = FactMapFile.read("own.yaml", """
                rows:
                  - { type: usage.heartbeat, make: nothing }
                  - { type: "usage.*", make: usage, counted: true }
                """);

        assertThat(map.of("usage.heartbeat").orElseThrow().making()).isInstanceOf(Making.Nothing.class);
        assertThat(map.of("usage.export").orElseThrow().making()).isEqualTo(new Making.Usage(null, true));
    }

    @Test
    void everyFaultIsToldAtOnceWithLineAndKey() {
        assertThatThrownBy(() -> FactMapFile.read("own.yaml", """
                currency: euro
                rows:
                  - { type: "us*age", make: usage }
                  - { type: due, make: milestone-due }
                  - { type: t, make: tickets }
                  - { type: t, make: ticket, severity: sev1, severty: sev1 }
                """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("own.yaml:1 currency: is no ISO 4217 code: euro")
                .hasMessageContaining("own.yaml:3 rows[0].type: has a * that is not its end")
                .hasMessageContaining("own.yaml:4 rows[1].milestone: is missing")
                .hasMessageContaining("own.yaml:5 rows[2].make")
                .hasMessageContaining("did you mean `severity`?");
    }

    @Test
    void aTypeWithoutARuleIsToldOnceAndWhereItStands() throws IOException {
        Path path = Files.writeString(folder.resolve("e.csv"), """
                account_id,ts,type,value
                a,2026-03-01,usage.quiz,1
                a,2026-03-02,login,1
                a,2026-03-03,login,1
                """);

        assertThatThrownBy(() -> FactMapFile.shipped().requireFitting(EventRows.read(path), path))
                .isInstanceOf(RowsException.class)
                .hasMessage(
                        path + ":3 type: lab/facts.yaml has no rule for `login`; add one, of `make: nothing` to pass"
                                + " over it");
    }

    @Test
    void aValueThatDoesNotFitIsTold() throws IOException {
        Path path = Files.writeString(folder.resolve("e.csv"), """
                account_id,ts,type,value
                a,2026-03-01,nps,11
                a,2026-03-02,csat,
                a,2026-03-03,contract,
                a,2026-03-04,ticket.low,-2
                a,2026-03-05,nps,4.0
                """);

        assertThatThrownBy(() -> FactMapFile.shipped().requireFitting(EventRows.read(path), path))
                .hasMessageContaining(path + ":2 value: must be a whole number from 0 to 10, is 11")
                .hasMessageContaining(path + ":3 value: must be a whole number from 1 to 5, is empty")
                .hasMessageContaining(path + ":4 value: must be the ARR of the contract, is empty")
                .hasMessageContaining(path + ":5 value: must be the hours until the ticket was solved, is -2")
                .hasMessageNotContaining(":6");
    }
}
