package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The policies of {@code sla.yaml}. */
class SlaFileTest extends RulesFolder {

    @Test
    void aPolicyNamesWhatThereIsAndStatesSomething() throws IOException {
        write("sla.yaml", """
                severities:
                  critical: {accept: 2bh, warn-at: 50}
                  high: {accept: 4bh, warn-at: 75}
                  medium: {accept: 1bd, warn-at: 75}
                  low: {accept: 3bd, warn-at: 75}
                ladders:
                  E1: [{at: 100, tell: lead}]
                  E2: []
                policies:
                  - {name: one, when: {tiers: [platinum], severities: [awful]}, accept: 1bh}
                  - {name: two, when: {plays: [usage-drop]}}
                  - {name: three, when: {}, escalation: E9}
                """);

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        starts("sla.yaml:10 policies[0].when.tiers: there is no tier platinum"),
                        starts("sla.yaml:10 policies[0].when.severities: there is no severity awful"),
                        starts("sla.yaml:11 policies[1].name: states nothing"),
                        starts("sla.yaml:12 policies[2].escalation: there is no ladder E9"));
    }

    @Test
    void aStepOfALadderTellsOrGivesAwayAndSaysHowOftenAndHowLongBetween() throws IOException {
        write("sla.yaml", """
                from: shipped
                ladders:
                  E3:
                    - {at: 100, tell: person:ana, clocks: [accept]}
                    - {at: 100, tell: team:west, repeat: 3, every: 1bd}
                    - {at: 150, reassign: next}
                    - {at: 150, reassign: team:west}
                    - {at: 150, tell: next}
                    - {at: 150, tell: lead, reassign: lead}
                    - {at: 150, tell: lead, repeat: 3}
                    - {at: 150, tell: lead, repeat: 6, every: 1bd}
                    - {at: 150, tell: lead, clocks: [begin]}
                """);

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        starts("sla.yaml:7 ladders.E3[3].reassign: a task is one person's"),
                        starts("sla.yaml:8 ladders.E3[4].tell: there is no role next"),
                        starts("sla.yaml:9 ladders.E3[5].reassign: stands beside tell"),
                        starts("sla.yaml:10 ladders.E3[6].repeat: says how often"),
                        starts("sla.yaml:11 ladders.E3[7].repeat: "),
                        starts("sla.yaml:12 ladders.E3[8].clocks: there is no clock begin"));
    }

    @Test
    void aPolicyOfAPlayThatIsNotThereIsRefused() throws IOException {
        write("sla.yaml", """
                severities:
                  critical: {accept: 2bh, warn-at: 50}
                  high: {accept: 4bh, warn-at: 75}
                  medium: {accept: 1bd, warn-at: 75}
                  low: {accept: 3bd, warn-at: 75}
                ladders:
                  E1: [{at: 100, tell: lead}]
                  E2: []
                policies:
                  - {name: one, when: {plays: [usage-drip]}, accept: 1bh, update: none}
                """);

        assertThat(faults())
                .satisfiesExactly(starts("sla.yaml:10 policies[0].when.plays: there is no play usage-drip"));
    }
}
