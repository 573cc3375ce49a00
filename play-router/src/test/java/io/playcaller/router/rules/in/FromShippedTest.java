package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.play.Play;
import io.playcaller.router.rules.RouterRules;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FromShippedTest extends RulesFolder {

    private final RouterRules shipped =
            new RuleFiles(Optional.empty()).contents().read();

    @Test
    void onePlayIsChangedAndTheOthersStayAsShipped() throws IOException {
        write("plays.yaml", """
                from: shipped
                plays:
                  - key: usage-drop
                    owner: team-lead
                    sla: {accept: 1bh}
                """);

        RouterRules rules = read();

        Play changed = rules.plays().play("usage-drop").orElseThrow();
        Play before = shipped.plays().play("usage-drop").orElseThrow();
        assertThat(changed.owner()).isEqualTo("team-lead");
        assertThat(changed.sla().of(Clock.ACCEPT)).isNotEqualTo(before.sla().of(Clock.ACCEPT));
        assertThat(changed.sla().of(Clock.COMPLETE)).isEqualTo(before.sla().of(Clock.COMPLETE));
        assertThat(changed.ask()).isEqualTo(before.ask());
        assertThat(rules.plays().plays())
                .filteredOn(play -> !play.key().equals("usage-drop"))
                .isEqualTo(shipped.plays().plays().stream()
                        .filter(play -> !play.key().equals("usage-drop"))
                        .toList());
        assertThat(rules.plays().muteRules()).isEqualTo(shipped.plays().muteRules());
        assertThat(rules.plays().holdout()).isEqualTo(shipped.plays().holdout());
    }

    @Test
    void aPlayThatIsLeftOutIsGoneAlsoWhereWhatShipsNamesIt() throws IOException {
        write("plays.yaml", "from: shipped\nwithout: [severe-ticket, account-escalation]\n");

        RouterRules rules = read();

        assertThat(rules.plays().play("severe-ticket")).isEmpty();
        assertThat(rules.plays().riskDefault()).isNull();
        assertThat(rules.plays().plays()).hasSize(shipped.plays().plays().size() - 2);
    }

    @Test
    void aRoleIsAddedAndOneIsGivenAnotherChain() throws IOException {
        write("roles.yaml", """
                from: shipped
                roles:
                  care: {title: Customer care, then: [csm]}
                  support-lead: {then: [care]}
                """);

        RouterRules rules = read();

        assertThat(rules.roles().chain("support-lead")).startsWith("support-lead", "care", "csm");
        assertThat(rules.roles().role("support-lead").title()).isEqualTo("Support lead");
        assertThat(rules.roles().keys()).containsAll(shipped.roles().keys());
    }

    @Test
    void bothKindsOfFileMayStandTogether() throws IOException {
        write("coverage.yaml", "from: shipped\nday: {tasks: 6}\n");
        write("sla.yaml", "from: shipped\nladders: {E9: [{at: 50, tell: director}]}\n");
        write(
                "calendars.yaml",
                "standard: here\ncalendars:\n  here: {zone: Asia/Tokyo, hours: {mon-fri: [\"09:00-17:00\"]}}\n");

        RouterRules rules = read();

        assertThat(rules.coverage().day().tasks()).isEqualTo(6);
        assertThat(rules.coverage().day().ahead())
                .isEqualTo(shipped.coverage().day().ahead());
        assertThat(rules.coverage().tiers()).isEqualTo(shipped.coverage().tiers());
        assertThat(rules.sla().ladders()).containsKeys("E1", "E2", "E9");
        assertThat(rules.calendars().byId()).containsOnlyKeys("here");
    }

    @Test
    void faultsAreSaidWhereTheyStand() throws IOException {
        write("plays.yaml", """
                from: shiped
                without: [usage-dorp]
                plays:
                  - {key: kickoff, owner: wizard}
                  - {key: ours, owner: csm}
                """);

        assertThat(faults())
                .anyMatch(fault -> fault.contains("plays.yaml:1 from: must be one of shipped"))
                .anyMatch(fault -> fault.contains("plays.yaml:2 without: there is no play that ships usage-dorp"))
                .anyMatch(fault -> fault.contains("plays.yaml:4 plays[0].owner: there is no role wizard"))
                .anyMatch(fault -> fault.contains("plays.yaml:5 plays[1].title: is missing"));
    }

    @Test
    void whatShipsAndDoesNotFitAnotherFileIsSaidByItsOwnName() throws IOException {
        write("roles.yaml", "from: shipped\nroles: {renewals-manager: ~}\n");
        write("plays.yaml", "from: shipped\n");

        assertThat(faults())
                .anyMatch(fault -> fault.matches(
                        "router/plays.yaml:\\d+ plays\\[\\d+]\\.owner: there is no role renewals-manager; .*"));
    }

    @Test
    void leavingOutNeedsSomethingToLeaveItOutOf() throws IOException {
        write("plays.yaml", "without: [kickoff]\nplays: []\n");

        assertThat(faults())
                .singleElement()
                .asString()
                .endsWith("plays.yaml:1 without: leaves out nothing; add `from: shipped`, or take it away");
    }
}
