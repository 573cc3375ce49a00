package io.playcaller.lab.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.fact.MilestoneChanged;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.lab.rows.EventRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactMakerTest {

    @TempDir
    Path folder;

    @Test
    void useNamesTheFeatureThatTheStarStandsFor() throws IOException {
        List<Event<?>> facts = facts("a,2026-03-01,usage.quiz,7\n");

        UsageRecorded used = (UsageRecorded) facts.get(0).data();
        assertThat(used.feature()).isEqualTo("quiz");
        assertThat(used.quantity()).as("not counted").isEqualTo(1);
        assertThat(used.meaningful()).isTrue();
    }

    @Test
    void whatIsDueIsPlannedAheadButNotBeforeTheAccountBegan() throws IOException {
        List<Event<?>> facts = facts("""
                a,2026-03-01,usage.quiz,1
                a,2026-06-01,assessment.due,
                a,2026-05-20,assessment.submitted,60
                a,2026-08-01,assessment.due,
                """);

        assertThat(facts)
                .extracting(fact -> fact.envelope().time().toString())
                .containsExactly(
                        "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", "2026-05-20T12:00:00Z");
        assertThat(milestone(facts.get(1)))
                .isEqualTo(new MilestoneChanged(
                        "a", "assessment-0", Instant.parse("2026-06-01T23:59:59Z"), null, null, 0));
        assertThat(milestone(facts.get(2)).milestone()).isEqualTo("assessment-1");
        assertThat(milestone(facts.get(3)).milestone()).isEqualTo("assessment-0");
        assertThat(milestone(facts.get(3)).reachedAt()).isEqualTo(Instant.parse("2026-05-20T12:00:00Z"));
        assertThat(milestone(facts.get(3)).value()).isEqualTo(60);
    }

    @Test
    void aValueOutsideZeroToAHundredIsNone() throws IOException {
        List<Event<?>> facts = facts("""
                a,2026-05-20,assessment.submitted,-2147483648
                a,2026-05-21,assessment.submitted,
                a,2026-05-22,assessment.submitted,70.5
                a,2026-06-01,assessment.due,
                a,2026-06-02,assessment.due,
                a,2026-06-03,assessment.due,
                """);

        assertThat(facts)
                .extracting(fact -> milestone(fact).value())
                .as("planned at the first row; each is then told again when it came")
                .containsExactly(null, 0, 0, null, 71);
    }

    @Test
    void aValueMayBeKnownLaterThanThatItCame() throws IOException {
        FactMap map = FactMapFile.read("own.yaml", """
                rows:
                  - { type: due, make: milestone-due, milestone: step, known: 60d, valued: true }
                  - { type: done, make: milestone-reached, milestone: step, valueAfter: 14d }
                  - { type: other, make: nothing }
                """);

        List<Event<?>> facts = facts(map, "a,2026-04-01,due,\na,2026-03-20,done,90\na,2026-03-01,other,\n");

        assertThat(facts)
                .extracting(
                        fact -> fact.envelope().time() + " " + milestone(fact).value())
                .containsExactly("2026-03-01T12:00:00Z 0", "2026-03-20T12:00:00Z null", "2026-04-03T12:00:00Z 90");
    }

    /** Without `known` a date is told on its day; what came before it is told as done then. */
    @Test
    void whatCameBeforeItWasKnownToBeDueIsDone() throws IOException {
        FactMap map = FactMapFile.read("own.yaml", """
                rows:
                  - { type: due, make: milestone-due, milestone: step }
                  - { type: done, make: milestone-reached, milestone: step }
                """);

        List<Event<?>> facts = facts(map, "a,2026-03-01,done,\na,2026-04-01,due,\na,2026-04-02,done,\n");

        assertThat(facts).as("the second step was never due").hasSize(1);
        assertThat(facts.get(0).envelope().time()).isEqualTo(Instant.parse("2026-04-01T12:00:00Z"));
        assertThat(milestone(facts.get(0)).reachedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void thatATicketIsSolvedIsNotKnownBeforeItIs() throws IOException {
        List<Event<?>> facts = facts("a,2026-03-01T08:00:00Z,ticket.high,36.5\na,2026-03-02,ticket.low,\n");

        assertThat(facts)
                .extracting(fact -> ((TicketChanged) fact.data()).status())
                .containsExactly(TicketStatus.OPEN, TicketStatus.OPEN, TicketStatus.SOLVED);
        assertThat(facts.get(2).envelope().time()).isEqualTo(Instant.parse("2026-03-02T20:30:00Z"));
    }

    @Test
    void aContractBeginsOnItsDayAndCostsItsValue() throws IOException {
        ContractRecord contract =
                (ContractRecord) facts("a,2026-03-01,contract,1200.50\n").get(0).data();

        assertThat(contract.startsOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(contract.endsOn()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(contract.lines().get(0).arr().minor()).isEqualTo(120_050);
        assertThat(contract.lines().get(0).seats()).isNull();
    }

    @Test
    void idsAreUnique() throws IOException {
        List<Event<?>> facts = facts("a,2026-03-01,ticket.high,1\na,2026-03-01,assessment.due,\na,2026-03-01,nps,3\n");

        assertThat(facts).extracting(fact -> fact.envelope().id()).doesNotHaveDuplicates();
    }

    private static MilestoneChanged milestone(Event<?> fact) {
        return (MilestoneChanged) fact.data();
    }

    private List<Event<?>> facts(String rows) throws IOException {
        return facts(FactMapFile.shipped(), rows);
    }

    private List<Event<?>> facts(FactMap map, String rows) throws IOException {
        Path path = Files.writeString(folder.resolve("e.csv"), "account_id,ts,type,value\n" + rows);
        return FactMaker.facts(map, "a", EventRows.read(path).of("a"));
    }
}
